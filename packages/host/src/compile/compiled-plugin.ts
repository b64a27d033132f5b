import type { PluginInfo } from "../info/plugin-info.ts";

/** A module that is ready to be instantiated, as often as one likes. It keeps nothing of the bytes it came from. */
export interface CompiledPlugin {
  readonly info: PluginInfo;
  readonly module: WebAssembly.Module;
  /** Makes a function's name readable; undefined where functions have no names. */
  readonly readable: ((name: string) => string) | undefined;
}
