import { exitCodes } from "./create-error.ts";
import { runProgram } from "./program.ts";

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => interrupted.abort());

// Where a terminal is closed its questions are never answered: then nothing holds the process, and it ends so.
process.exitCode = exitCodes.interrupted;
void runProgram(process.argv.slice(2), interrupted.signal).then((status) => {
  process.exitCode = status;
});
