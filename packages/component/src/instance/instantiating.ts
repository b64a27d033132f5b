/** A module that has to be instantiated before work can go on. */
export interface Instantiation {
  readonly module: WebAssembly.Module;
  readonly imports: WebAssembly.Imports;
}

/**
 * Work that instantiates modules, and leaves open how: without holding up the thread, as an engine may ask for with large
 * ones, or at once.
 */
export type Instantiating<T> = Generator<Instantiation, T, WebAssembly.Instance>;
