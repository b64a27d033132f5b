import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildError, type BuildTypedGuestsOptions, buildTypedGuests, type LeaveOut } from "@polyplug/toolchains";
import { exampleGuests } from "./example-guests.ts";

/** Which plugins are built, into which folder, and who takes why one is not. */
export interface ExampleBuild {
  /** The folder of the example. */
  readonly example: string;
  readonly folder: string;
  readonly leaveOut: LeaveOut;
}

/**
 * Builds an example's plugins and puts one of each into a folder: the core plugin, or the component where a language makes
 * nothing else. What nobody builds, or cannot be built here, is left out. Throws a `BuildError` for the first that does not
 * compile.
 */
export async function buildExample(
  { example, folder, leaveOut }: ExampleBuild,
  options: BuildTypedGuestsOptions,
): Promise<void> {
  const guests = await exampleGuests(example, leaveOut);
  const built = await buildTypedGuests(
    guests.map(({ guest }) => guest),
    options,
  );
  for (const { name, guest } of guests) {
    const own = built.filter(({ topic, language }) => topic === guest.topic && language === guest.language);
    const outcome = own.find(({ target }) => target === "core") ?? own[0];
    if (outcome === undefined) throw new Error(`nothing came of ${guest.folder}`);
    if ("error" in outcome) throw outcome.error;
    if ("cure" in outcome) leaveOut(new BuildError(`build ${guest.folder}`, outcome.cure));
    else await copyFile(outcome.path, join(folder, `${name}.wasm`));
  }
}
