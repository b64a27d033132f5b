import type { BindingFile, EmbedOptions, GenerateOptions, WorldChoice } from "./generate-options.ts";
import type { ResolvedWit } from "./resolved-wit.ts";
import type { Wit } from "./wit.ts";

/**
 * The WIT tools, ready to be called.
 *
 * Every method throws a `PluginError`: `bad-argument` for WIT, worlds and binaries that are not as they have to be, with
 * file, line and column in the message and in `path` where the fault has a place, and the names that there are where one is
 * not known, and `trap` where the tools themselves failed; they are started anew for the call after it.
 */
export interface Bindgen extends Disposable {
  /** Everything that a package and its dependencies say, and which of its worlds is meant. */
  resolve(wit: Wit, options?: WorldChoice): Promise<ResolvedWit>;
  /**
   * A world as a binary: what core modules carry in their section `component-type`, and, as base64, what
   * `defineContract` of `@polyplug/host` takes.
   */
  contract(wit: Wit, options?: WorldChoice): Promise<Uint8Array>;
  /**
   * The bindings of a world in C, C++, Go or Rust, as wit-bindgen writes them, or in AssemblyScript: the files that a
   * plugin includes or imports. Those of C and C++ come with an object file, which puts the world into the module that it
   * is linked to.
   */
  generate(wit: Wit, options: GenerateOptions): Promise<BindingFile[]>;
  /** A core module with a world in a section `component-type`, for compilers that put none there. */
  embed(module: Uint8Array, wit: Wit, options?: EmbedOptions): Promise<Uint8Array>;
  /**
   * A component of a core module that has such a section. One that imports WASI preview 1 gets an adapter and imports
   * WASI 0.2 instead. A command, which exports `_start`, needs no such section: its component exports `wasi:cli/run`.
   */
  componentize(module: Uint8Array): Promise<Uint8Array>;
  /** The WIT of a component, of a core module that has such a section, or of a binary WIT package. */
  print(wasm: Uint8Array): Promise<string>;
  /** Any core module or component in WebAssembly's text format. */
  wat(wasm: Uint8Array): Promise<string>;
  /**
   * The arguments of a call, of a text in the WebAssembly Value Encoding each: `"a"`, `[1, 2]`, `{width: 80}`, `some(3)`.
   * They are JavaScript values as `loadPlugin` takes them: a bigint for 64 bits, a typed array for a list of numbers, an
   * object with camelCase keys for a record, `{ tag, val }` for a variant.
   *
   * `wasm` is a plugin with a contract, core module or component, or a contract by itself, as {@link Bindgen.contract}
   * gives it. `path` is the function's name, `run`, or for one of an interface `ns:pkg/interface@1.2.3#run`.
   *
   * Throws `bad-argument` for a text that is no value of its parameter's type, with the argument's number and the column
   * in the message and in `path`, both from 1, for another number of arguments than the function has, and for a parameter
   * with a resource in it: no text stands for one.
   *
   * See {@link https://docs.rs/wasm-wave/0.263.0/wasm_wave/ | wasm-wave, the encoding}.
   */
  parseValues(wasm: Uint8Array, path: string, texts: readonly string[]): Promise<unknown[]>;
  /**
   * What a call ended with, in the same encoding: of what it returned or of the `ResultError` that it threw. A function
   * whose result is a `result` gives `ok(…)` or `err(…)`, and one without a result the empty text. `wasm` and `path` are
   * those of {@link Bindgen.parseValues}.
   *
   * Throws `bad-argument` for a value that is none of the function's result type, with the part of it that does not fit,
   * and for a result with a resource in it.
   */
  printResult(wasm: Uint8Array, path: string, outcome: unknown): Promise<string>;
  /** Lets go of the tools and their memory. Later calls throw `disposed`. */
  dispose(): void;
}
