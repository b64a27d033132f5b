/** What `npm start` runs: builds the guests, and shows them. */

import { join } from "node:path";
import { styleText } from "node:util";
import {
  BuildError,
  buildGuests,
  buildTypedGuests,
  describeGuest,
  discoverTypedGuests,
  printProgress,
  repository,
} from "@polyplug/toolchains";
import { timeCalls } from "./time-calls.ts";
import { type Stage, tour } from "./tour.ts";
import { typedTour } from "./typed-tour.ts";

const interruption = new AbortController();
for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, () => {
    // Ends the compilers; nothing else outlives this process.
    interruption.abort(new Error(signal));
    process.exit(exitCode);
  });
}

try {
  const options = { onProgress: printProgress(process.stderr), signal: interruption.signal };
  const guests = await buildGuests(options);
  const filters = (await discoverTypedGuests(join(repository, "examples"))).filter(
    ({ topic }) => topic === "text-filter",
  );
  const typed = await buildTypedGuests(filters, options);
  const stage: Stage = {
    print: (line) => console.log(line),
    bold: (text) => styleText("bold", text, { stream: process.stdout }),
    // Nobody wraps what goes into a file.
    columns: process.stdout.columns ?? Number.POSITIVE_INFINITY,
    timeCalls,
  };
  const failed = [...(await tour(guests, stage)), ...(await typedTour(typed, stage))];
  if (failed.length > 0) {
    console.error(`\nfailed: ${failed.map(describeGuest).join(", ")}`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
