import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { type LoadOptions, loadPlugin, type Plugin } from "@polyplug/host";
import { type CompileOptions, compileAssemblyscript } from "@polyplug/toolchains";
import { afterAll, beforeAll } from "vitest";

type Given = Pick<LoadOptions, "imports"> & CompileOptions;

/** Compiles a plugin in AssemblyScript, and loads it: its exports are what the test says they are. */
export type Load = <Exports extends object>(wit: string, source: string, given?: Given) => Promise<Plugin<Exports>>;

export function pluginLoader(): Load {
  let bindgen: Bindgen | undefined;
  beforeAll(async () => {
    bindgen = await loadBindgen();
  });
  afterAll(() => bindgen?.dispose());
  return async (wit, source, { imports, ...how } = {}) => {
    if (bindgen === undefined) throw new Error("plugins are compiled in tests alone");
    return loadPlugin(await compileAssemblyscript(bindgen, wit, source, how), { name: "plugin", imports });
  };
}
