import type { Bindgen } from "@polyplug/bindgen";
import { type LoadOptions, loadPlugin, type Plugin } from "@polyplug/host";
import { type CompileOptions, compileAssemblyscript } from "@polyplug/toolchains";
import { sharedBindgen } from "../tools.ts";

/** What a test knows of the exports of its plugin. */
type Calls = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** The functions of an exported interface, or of the world. */
export function callsOf(plugin: Plugin<object>, name?: string): Calls {
  return (name === undefined ? plugin.exports : Reflect.get(plugin.exports, name)) as Calls;
}

interface Plugins {
  readonly bindgen: () => Bindgen;
  compile(wit: string, source: string, options?: CompileOptions): Promise<Uint8Array>;
  load(wit: string, source: string, options?: Given): Promise<Plugin<object>>;
}

type Given = Pick<LoadOptions, "imports"> & CompileOptions;

/** Compiles plugins in AssemblyScript, and loads them. */
export function plugins(): Plugins {
  const bindgen = sharedBindgen();
  const compile: Plugins["compile"] = (wit, source, options) => compileAssemblyscript(bindgen(), wit, source, options);
  return {
    bindgen,
    compile,
    async load(wit, source, options = {}) {
      const { imports, ...how } = options;
      return loadPlugin<object>(await compile(wit, source, how), { name: "plugin", imports });
    },
  };
}
