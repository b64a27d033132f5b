import type { TestProject } from "vitest/node";
import { buildGuests, printProgress } from "../src/index.ts";
import type {} from "./provided-context.ts";

/** Builds all guests before the first test. One that cannot be built fails the run and says how to get its compiler. */
export default async function provideGuests(project: TestProject): Promise<void> {
  const guests = await buildGuests({ onProgress: printProgress(process.stderr) });
  const cures = guests.flatMap((guest) => ("cure" in guest ? [`${guest.language}: ${guest.cure}`] : []));
  if (cures.length > 0) throw new Error(`cannot build all guests: ${[...new Set(cures)].join("\n")}`);
  project.provide(
    "guests",
    guests.flatMap((guest) => ("path" in guest ? [guest] : [])),
  );
}
