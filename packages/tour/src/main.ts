/** What `npm start` runs: builds the guests, and shows them. */
import { styleText } from "node:util";
import { BuildError, buildGuests, describeGuest, printProgress } from "@polyplug/toolchains";
import { timeCalls } from "./time-calls.ts";
import { tour } from "./tour.ts";

const interruption = new AbortController();
for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, () => {
    // Ends the compilers; nothing else outlives this process.
    interruption.abort(new Error(signal));
    process.exit(exitCode);
  });
}

try {
  const guests = await buildGuests({ onProgress: printProgress(process.stderr), signal: interruption.signal });
  const failed = await tour(guests, {
    print: (line) => console.log(line),
    bold: (text) => styleText("bold", text, { stream: process.stdout }),
    // Nobody wraps what goes into a file.
    columns: process.stdout.columns ?? Number.POSITIVE_INFINITY,
    timeCalls,
  });
  if (failed.length > 0) {
    console.error(`\nfailed: ${failed.map(describeGuest).join(", ")}`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
