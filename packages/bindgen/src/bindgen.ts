import type { BindingFile, EmbedOptions, GenerateOptions, WorldChoice } from "./generate-options.ts";
import type { ResolvedWit } from "./resolved-wit.ts";
import type { Wit } from "./wit.ts";

/**
 * The WIT tools, ready to be called.
 *
 * Every method throws a `PluginError`: `bad-argument` for WIT, worlds and binaries that are not as they have to be, with
 * file, line and column in the message and in `path` where the fault has a place, and `trap` where the tools themselves
 * failed; they are started anew for the call after it.
 */
export interface Bindgen extends Disposable {
  /** Everything that a package and its dependencies say. */
  resolve(wit: Wit): Promise<ResolvedWit>;
  /**
   * A world as a binary: what core modules carry in their section `component-type`, and, as base64, what
   * `defineContract` of `@polyplug/host` takes.
   */
  contract(wit: Wit, options?: WorldChoice): Promise<Uint8Array>;
  /**
   * The bindings of a world in C, C++, Go or Rust, as wit-bindgen writes them: the files that a plugin includes or
   * imports. Those of C and C++ come with an object file, which puts the world into the module that it is linked to.
   */
  generate(wit: Wit, options: GenerateOptions): Promise<BindingFile[]>;
  /** A core module with a world in a section `component-type`, for compilers that put none there. */
  embed(module: Uint8Array, wit: Wit, options?: EmbedOptions): Promise<Uint8Array>;
  /**
   * A component of a core module that has such a section. One that imports WASI preview 1 gets an adapter and imports
   * WASI 0.2 instead.
   */
  componentize(module: Uint8Array): Promise<Uint8Array>;
  /** The WIT of a component, of a core module that has such a section, or of a binary WIT package. */
  print(wasm: Uint8Array): Promise<string>;
  /** Any core module or component in WebAssembly's text format. */
  wat(wasm: Uint8Array): Promise<string>;
  /** Lets go of the tools and their memory. Later calls throw `disposed`. */
  dispose(): void;
}
