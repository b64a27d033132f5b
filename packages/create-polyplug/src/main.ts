import { runProgram } from "./program.ts";

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort());

process.exitCode = await runProgram(process.argv.slice(2), interrupted.signal);
