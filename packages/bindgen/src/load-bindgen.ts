import type { Bindgen } from "./bindgen.ts";
import type { Tools } from "./plugin-contract.ts";
import { toolsEncoding, toolsGenerator } from "./tools-generator.ts";
import { ToolsLife } from "./tools-life.ts";
import { witSources } from "./wit.ts";

/** Beside the folder that this file is in, be it the sources or what is built of them. */
const plugin = new URL("../bindgen.wasm", import.meta.url);

/**
 * Loads the WIT tools: wit-parser, wit-bindgen, wit-component and wasmprinter, compiled to one plugin that comes with
 * this package. They see nothing but what they are handed, and the same input gives the same output.
 *
 * Throws the `PluginError`s of `loadPlugin`.
 */
export async function loadBindgen(): Promise<Bindgen> {
  const tools = new ToolsLife(plugin);
  await tools.start();
  const call = <T>(action: string, run: (tools: Tools) => T): Promise<T> => tools.call(action, run);
  return {
    resolve: (wit) => call("resolve WIT", (tools) => JSON.parse(tools.resolve(witSources(wit)))),
    contract: (wit, { world } = {}) => call("encode a contract", (tools) => tools.contract(witSources(wit), world)),
    generate: (wit, options) =>
      call(`generate bindings for ${options.language}`, (tools) =>
        tools.generate(witSources(wit), options.world, toolsGenerator(options)),
      ),
    embed: (module, wit, { world, encoding = "utf8" } = {}) =>
      call("embed a contract", (tools) => tools.embed(module, witSources(wit), world, toolsEncoding(encoding))),
    componentize: (module) => call("make a component", (tools) => tools.componentize(module)),
    print: (wasm) => call("print WIT", (tools) => tools.print(wasm)),
    wat: (wasm) => call("print a binary as text", (tools) => tools.wat(wasm)),
    dispose: () => tools.dispose(),
    [Symbol.dispose]: () => tools.dispose(),
  };
}
