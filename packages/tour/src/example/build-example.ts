import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildError, type BuildTypedGuestsOptions, buildTypedGuests } from "@polyplug/toolchains";
import { exampleGuests } from "./example-guests.ts";

/**
 * Builds an example's plugins and puts one of each into a folder: the core plugin, or the component where a language makes
 * nothing else. Throws a `BuildError` for the first that cannot be built, or cannot be built here.
 */
export async function buildExample(example: string, folder: string, options: BuildTypedGuestsOptions): Promise<void> {
  const guests = await exampleGuests(example);
  const built = await buildTypedGuests(
    guests.map(({ guest }) => guest),
    options,
  );
  for (const { name, guest } of guests) {
    const own = built.filter(({ topic, language }) => topic === guest.topic && language === guest.language);
    const outcome = own.find(({ target }) => target === "core") ?? own[0];
    if (outcome === undefined) throw new Error(`nothing came of ${guest.folder}`);
    if ("error" in outcome) throw outcome.error;
    if ("cure" in outcome) throw new BuildError(`build ${name} of the example ${example}`, outcome.cure);
    await copyFile(outcome.path, join(folder, `${name}.wasm`));
  }
}
