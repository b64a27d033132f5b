import { runProgram } from "./program.ts";

// Signals keep their default handling: a guest that loops for ever holds the thread, and no handler in JavaScript
// would get its turn.
process.exitCode = await runProgram(process.argv.slice(2));
