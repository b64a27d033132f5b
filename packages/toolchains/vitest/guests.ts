import { join } from "node:path";
import type {} from "@polyplug/built-guests";
import type { TestProject } from "vitest/node";
import {
  buildBindgen,
  buildGuests,
  buildPrograms,
  buildTypedGuests,
  describeGuest,
  discoverTypedGuests,
  type GuestOutcome,
  printProgress,
  repository,
  type TypedGuestOutcome,
  thisMachine,
} from "../src/index.ts";

const onProgress = printProgress(process.stderr);

/**
 * Builds all guests before the first test, and the plugin of `@polyplug/bindgen`. A bare guest that cannot be built fails
 * the run; why has been printed by then.
 */
export default async function provideGuests(project: TestProject): Promise<void> {
  const [guests, typed] = await Promise.all([buildGuests({ onProgress }), buildContracted()]);
  project.provide("programs", await buildPrograms(join(repository, "packages/conformance/programs"), { onProgress }));
  const reasons = guests.flatMap(reasonsOf);
  if (reasons.length > 0) throw new Error(`cannot build all guests\n${[...new Set(reasons)].join("\n")}`);
  project.provide(
    "guests",
    guests.flatMap((guest) => ("path" in guest ? [guest] : [])),
  );
  project.provide(
    "typedGuests",
    typed.flatMap((guest) => ("path" in guest ? [guest] : [])),
  );
  project.provide(
    "unbuiltTypedGuests",
    typed.flatMap((guest) => {
      if ("path" in guest) return [];
      const { topic, language, target, generator } = guest;
      const reason = "cure" in guest ? guest.cure : guest.error.message;
      return [{ topic, language, target, ...(generator !== undefined && { generator }), reason }];
    }),
  );
}

/** The guests that need bindgen, and bindgen also where there are none: its own tests load it. */
async function buildContracted(): Promise<readonly TypedGuestOutcome[]> {
  await buildBindgen(thisMachine({ onProgress }));
  const folders = ["examples", "packages/conformance/cases", "packages/conformance"].map((folder) =>
    join(repository, folder),
  );
  const guests = await Promise.all(folders.map((folder) => discoverTypedGuests(folder)));
  return buildTypedGuests(guests.flat(), { onProgress });
}

function reasonsOf(guest: GuestOutcome): readonly string[] {
  if ("cure" in guest) return [`${guest.language}: ${guest.cure}`];
  return "error" in guest ? [`${describeGuest(guest)}: see above`] : [];
}
