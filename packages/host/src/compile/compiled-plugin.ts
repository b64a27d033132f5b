import type { PluginInfo } from "../info/plugin-info.ts";
import type { MadeOver } from "../limits/made-code.ts";
import type { SourcePlaces } from "../trap/frame-places.ts";

/** Where the functions of a module lie that are its own. */
export interface CodeRange {
  /** The index of the first: those before are imported. */
  readonly first: number;
  readonly count: number;
  /** Where the content of the section begins, in bytes from the beginning of the module as it was read. */
  readonly content: number;
  /** Where the functions do. */
  readonly start: number;
  readonly end: number;
}

/**
 * A plugin that is ready to be instantiated, as often as one likes. Without limits of its calls it keeps nothing of the
 * bytes it came from.
 */
export interface CompiledPlugin {
  readonly info: PluginInfo;
  /** One for a bare module or a core plugin; a component has as many as there are in it. */
  readonly modules: readonly WebAssembly.Module[];
  /** Of each module where its code is. */
  readonly code: readonly CodeRange[];
  /** Of each module how it was made over to be held to limits. */
  readonly made: readonly MadeOver[];
  /** Makes a function's name readable; undefined where functions have no names. */
  readonly readable: ((name: string) => string) | undefined;
  /** Finds lines of sources; undefined where there is no debug information. */
  readonly places: SourcePlaces | undefined;
}
