/** What is bundled into a plugin between its own code and QuickJS. */
export { carryExports } from "./carry-exports.ts";
export { carryFunction, carryImports } from "./carry-imports.ts";
