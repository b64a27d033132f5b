/** One import that nobody provides, with who would ask for it and what to do. */
export interface MissingImport {
  readonly module: string;
  readonly name: string;
  /** The type the plugin wants, as text: `func (i32, i32) -> i32`, `memory 1..16`, `global mut i32`. */
  readonly type: string;
  /** What asks for it, as far as names tell: `WASI preview1`, `AssemblyScript`, `Emscripten`, `wasm-bindgen`, `Go`, `a contract`. */
  readonly askedBy: string;
  /** What to do about it: how to provide it, or to build the plugin without it. */
  readonly cure: string;
  /** What of the cure no host has to do; undefined where providing it is all there is. */
  readonly hint?: string | undefined;
}
