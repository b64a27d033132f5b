import { decodeModule } from "@polyplug/wasm-binary";
import type { BindingFile } from "../generate-options.ts";
import type { ResolvedWit } from "../resolved-wit.ts";
import { checkFunctions } from "./check-functions.ts";
import { FunctionCode } from "./function-code.ts";
import { ModuleNames } from "./module-names.ts";
import { type ModuleContext, moduleText } from "./module-text.ts";
import { Shapes } from "./shapes.ts";
import { WitTypes } from "./wit-types.ts";
import { worldModules } from "./world-modules.ts";

/** What bindings for AssemblyScript are made of. */
export interface AssemblyScriptInput {
  /** With a world. */
  readonly resolved: ResolvedWit;
  /** Gives a module with the world in its sections `component-type`, strings in UTF-16. */
  readonly embed: () => Uint8Array;
  /** The author's module, seen from the bindings. */
  readonly plugin: string;
  /** What errors say could not be done. */
  readonly action: string;
}

/**
 * The bindings of a world in AssemblyScript: a file for each interface and, where something stands in the world itself,
 * `world.ts`; `abi.ts` with all that the canonical ABI asks for; and `index.ts`, which is what gets compiled.
 *
 * Throws `unsupported` for what AssemblyScript has no form for.
 */
export function generateAssemblyScript({ resolved, embed, plugin, action }: AssemblyScriptInput): BindingFile[] {
  const modules = worldModules(resolved);
  const types = new WitTypes(resolved, action);
  checkFunctions(types, modules);
  const shapes = new Shapes(types, modules);
  const names = new ModuleNames(plugin);
  const code = new FunctionCode(shapes, names);
  const notice = `// Made by polyplug of the world ${modules.name}. Changes will be lost.`;
  const context: ModuleContext = { shapes, code, plugin, notice };
  const files = new Map<string, string>();
  const { world, exported, interfaces } = modules;
  if (world.functions.length + world.types.length + exported.length > 0) {
    files.set(world.file, moduleText(world, exported, context));
  }
  for (const module of interfaces) {
    const wanted = module.side === "export" ? module.functions : [];
    files.set(module.file, moduleText(module, wanted, context));
  }
  for (const module of [{ ...world, functions: exported }, ...interfaces.filter(({ side }) => side === "export")]) {
    for (const item of module.functions) code.exportFunction(module, item);
    for (const index of module.side === "export" ? module.types : []) {
      if (shapes.types.definition(index).kind === "resource") code.exportDestructor(module, index);
    }
  }
  const body = code.text();
  const machinery = "@polyplug/sdk-assemblyscript/abi";
  const contracts = decodeModule(embed()).customs.filter(({ name }) => name.startsWith("component-type"));
  files.set("abi", `${[[notice, ...names.imports()].join("\n"), body].join("\n\n")}\n`);
  const exports =
    code.exported.length === 0
      ? []
      : [`export {\n${code.exported.map((one) => `  ${one},\n`).join("")}} from "./abi";`];
  files.set(
    "index",
    [
      `${notice}\n// Compile this file: it exports what the host calls.`,
      `import "${plugin}";`,
      ...exports,
      `export { cabi_realloc, polyplug_abort } from "${machinery}";`,
      ...contracts.map(
        ({ name, bytes }, at) =>
          `@contract(${JSON.stringify(name)}, ${JSON.stringify(toBase64(bytes))})\nconst contract${at} = true;`,
      ),
      "",
    ].join("\n"),
  );
  const encoder = new TextEncoder();
  return [...files].map(([file, text]) => ({ path: `${file}.ts`, content: encoder.encode(text) }));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
