import { parseArgs } from "node:util";
import { runSoak } from "./run-soak.ts";
import { showReport } from "./show-report.ts";

const usage = `npm run soak -- [--seconds N] [--plugins N] [--seed N] [--json]

Holds plugins on all tiers, calls them, and has them fail in every way at random. Ends with 1 when an answer was wrong or
never came, a fault was told otherwise than it should be, or anything is left of the plugins in the end.
--seconds N  how long, 600 by default
--plugins N  how many at a time, 50 by default
--seed N     what chance begins with, to do a run again; another each time by default
--json       prints the report as data`;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "600" },
    plugins: { type: "string", default: "50" },
    seed: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

/** A number of the command line, or the end of the program. */
function count(name: "seconds" | "plugins" | "seed", otherwise: number): number {
  const given = values[name];
  const number = given === undefined ? otherwise : Number(given);
  if (Number.isSafeInteger(number) && number > 0) return number;
  console.error(`--${name} must be a whole number above 0, not ${given}\n\n${usage}`);
  process.exit(2);
}

if (values.help) {
  console.log(usage);
} else {
  const options = {
    seconds: count("seconds", 600),
    plugins: count("plugins", 50),
    seed: count("seed", 1 + Math.floor(Math.random() * 1e9)),
  };
  const interruption = new AbortController();
  process.once("SIGINT", () => interruption.abort());
  console.error(`${options.plugins} plugins for ${options.seconds} s, seed ${options.seed}`);
  const report = await runSoak({ ...options, signal: interruption.signal });
  console.log(values.json ? JSON.stringify(report, undefined, 2) : showReport(report));
  process.exitCode = interruption.signal.aborted ? 130 : report.trouble.length + report.leaks.length > 0 ? 1 : 0;
}
