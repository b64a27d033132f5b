import type { PluginInfo } from "../info/plugin-info.ts";
import type { MeteredImports } from "../limits/call-limits.ts";

/** A plugin that is ready to be instantiated, as often as one likes. It keeps nothing of the bytes it came from. */
export interface CompiledPlugin {
  readonly info: PluginInfo;
  /** One for a bare module or a core plugin; a component has as many as there are in it. */
  readonly modules: readonly WebAssembly.Module[];
  /** What each module needs beside its own imports, where they were made over to be held to limits. */
  readonly metered: readonly MeteredImports[] | undefined;
  /** Makes a function's name readable; undefined where functions have no names. */
  readonly readable: ((name: string) => string) | undefined;
}
