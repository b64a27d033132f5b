import { runProgram } from "./program.ts";

// This process is the program's own, so that a guest's whole stack may be told and not only the innermost ten frames.
Error.stackTraceLimit = 1000;

// Signals keep their default handling: a guest that loops for ever holds the thread, and no handler in JavaScript
// would get its turn.
process.exitCode = await runProgram(process.argv.slice(2));
