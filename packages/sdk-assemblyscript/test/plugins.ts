import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { type LoadOptions, loadPlugin, type Plugin } from "@polyplug/host";
import { type CompileOptions, compileAssemblyscript } from "@polyplug/toolchains";
import { afterAll, beforeAll } from "vitest";

type Given = Pick<LoadOptions, "imports"> & CompileOptions;

/** The WIT tools, loaded once for the tests of a file, and what compiles plugins with them. */
export interface Plugins {
  readonly bindgen: () => Bindgen;
  /** Compiles a plugin in AssemblyScript, and loads it: its exports are what the test says they are. */
  load<Exports extends object>(wit: string, source: string, given?: Given): Promise<Plugin<Exports>>;
}

export function plugins(): Plugins {
  let loaded: Bindgen | undefined;
  beforeAll(async () => {
    loaded = await loadBindgen();
  });
  afterAll(() => loaded?.dispose());
  const bindgen = (): Bindgen => {
    if (loaded === undefined) throw new Error("plugins are compiled in tests alone");
    return loaded;
  };
  return {
    bindgen,
    load: async (wit, source, { imports, ...how } = {}) =>
      loadPlugin(await compileAssemblyscript(bindgen(), wit, source, how), { name: "plugin", imports }),
  };
}

/** What a test knows of the exports of its plugin. */
type Calls = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** The functions of an exported interface. */
export function callsOf(plugin: Plugin<object>, name: string): Calls {
  return Reflect.get(plugin.exports, name) as Calls;
}
