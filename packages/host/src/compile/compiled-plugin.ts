import type { PluginInfo } from "../info/plugin-info.ts";

/** A plugin that is ready to be instantiated, as often as one likes. It keeps nothing of the bytes it came from. */
export interface CompiledPlugin {
  readonly info: PluginInfo;
  /** One for a bare module or a core plugin; a component has as many as there are in it. */
  readonly modules: readonly WebAssembly.Module[];
  /** Makes a function's name readable; undefined where functions have no names. */
  readonly readable: ((name: string) => string) | undefined;
}
