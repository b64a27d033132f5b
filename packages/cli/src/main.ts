import { runProgram } from "./program.ts";

// This process is the program's own, so a guest's stack may be told beyond the innermost ten frames in any case.
Error.stackTraceLimit = 64;

// Signals keep their default handling: a guest that loops for ever holds the thread, and no handler in JavaScript
// would get its turn.
process.exitCode = await runProgram(process.argv.slice(2));
