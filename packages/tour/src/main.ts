/** What `npm start` runs: builds the guests, and shows them. */
import { styleText } from "node:util";
import { buildGuests, printProgress } from "@polyplug/toolchains";
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

const guests = await buildGuests({ onProgress: printProgress(process.stderr), signal: interruption.signal });
await tour(guests, {
  print: (line) => console.log(line),
  bold: (text) => styleText("bold", text, { stream: process.stdout }),
  timeCalls,
});
