import { assemblyScriptBindings } from "./assemblyscript/assemblyscript-bindings.ts";
import type { Bindgen } from "./bindgen.ts";
import { fromNodes } from "./javascript-nodes.ts";
import type { Tools } from "./plugin-contract.ts";
import { checkGenerateOptions, toolsEncoding, toolsGenerator } from "./tools-generator.ts";
import { ToolsLife } from "./tools-life.ts";
import { toolsOutcome } from "./tools-outcome.ts";
import { witSources } from "./wit.ts";

/** Beside the folder that this file is in, be it the sources or what is built of them. */
const plugin = new URL("../bindgen.wasm", import.meta.url);

/**
 * Loads the WIT tools: wit-parser, wit-bindgen, wit-component, wasmprinter and wasm-wave, compiled to one plugin that comes
 * with this package. They see nothing but what they are handed, and the same input gives the same output.
 *
 * Throws the `PluginError`s of `loadPlugin`.
 */
export async function loadBindgen(): Promise<Bindgen> {
  const tools = new ToolsLife(plugin);
  await tools.start();
  const call = <T>(action: string, run: (tools: Tools) => T): Promise<T> => tools.call(action, run);
  return {
    resolve: (wit, { world } = {}) => call("resolve WIT", (tools) => JSON.parse(tools.resolve(witSources(wit), world))),
    contract: (wit, { world } = {}) => call("encode a contract", (tools) => tools.contract(witSources(wit), world)),
    generate: (wit, options) => {
      const action = `generate bindings for ${options.language}`;
      return call(action, (tools) => {
        checkGenerateOptions(action, options);
        const sources = witSources(wit);
        return options.language === "assemblyscript"
          ? assemblyScriptBindings(tools, sources, options, action)
          : tools.generate(sources, options.world, toolsGenerator(options));
      });
    },
    embed: (module, wit, { world, encoding = "utf8" } = {}) =>
      call("embed a contract", (tools) => tools.embed(module, witSources(wit), world, toolsEncoding(encoding))),
    componentize: (module) => call("make a component", (tools) => tools.componentize(module)),
    print: (wasm) => call("print WIT", (tools) => tools.print(wasm)),
    wat: (wasm) => call("print a binary as text", (tools) => tools.wat(wasm)),
    parseValues: (wasm, path, texts) =>
      call(`read the arguments of ${path}`, (tools) => {
        const values = fromNodes(tools.parseValues(wasm, path, [...texts]));
        return Array.isArray(values) ? values : [];
      }),
    printResult: (wasm, path, outcome) =>
      call(`print the result of ${path}`, (tools) => tools.printResult(wasm, path, toolsOutcome(outcome))),
    dispose: () => tools.dispose(),
    [Symbol.dispose]: () => tools.dispose(),
  };
}
