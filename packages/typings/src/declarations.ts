import { worldOfPlugin } from "@polyplug/component";
import { decodeModule } from "@polyplug/wasm-binary";
import { printBareDeclarations } from "./print-bare-declarations.ts";
import { printDeclarations } from "./print-declarations.ts";

/**
 * TypeScript's declarations for a plugin that is imported as a module: `import { adder } from "./adder.wasm"`. They belong
 * into the file `adder.d.wasm.ts` beside it, which TypeScript finds with `allowArbitraryExtensions`.
 *
 * A plugin that has a world exports its functions in camelCase and its interfaces as objects, under their own names in
 * camelCase and under their ids. A bare module exports its functions: `i64` are bigints, all other numbers numbers.
 *
 * Nothing is compiled. Throws `not-wasm`, `malformed` or `unsupported`.
 */
export async function declarations(plugin: Uint8Array): Promise<string> {
  const world = await worldOfPlugin(plugin);
  return world === undefined ? printBareDeclarations(decodeModule(plugin)) : printDeclarations({ world });
}
