import type { TestProject } from "vitest/node";
import { buildGuests, describeGuest, printProgress } from "../src/index.ts";
import type {} from "./provided-context.ts";

/** Builds all guests before the first test. One that cannot be built fails the run; why has been printed by then. */
export default async function provideGuests(project: TestProject): Promise<void> {
  const guests = await buildGuests({ onProgress: printProgress(process.stderr) });
  const reasons = guests.flatMap((guest) => {
    if ("cure" in guest) return [`${guest.language}: ${guest.cure}`];
    return "error" in guest ? [`${describeGuest(guest)}: see above`] : [];
  });
  if (reasons.length > 0) throw new Error(`cannot build all guests\n${[...new Set(reasons)].join("\n")}`);
  project.provide(
    "guests",
    guests.flatMap((guest) => ("path" in guest ? [guest] : [])),
  );
}
