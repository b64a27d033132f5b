/** A module that has to be instantiated before work can go on. */
export interface Instantiation {
  readonly module: WebAssembly.Module;
  readonly imports: WebAssembly.Imports;
}

/**
 * Work that instantiates modules, and leaves open how: without holding up the thread, as an engine may ask for with large
 * ones, or at once. It goes on with the instance; where it yields a promise, which calls that are suspended have it do,
 * with what that gives.
 */
export type Instantiating<T> = Generator<Instantiation | Promise<unknown>, T, unknown>;

/** The instance that the engine makes. */
export function* instantiated(step: Instantiation): Instantiating<WebAssembly.Instance> {
  const instance = yield step;
  if (instance instanceof WebAssembly.Instance) return instance;
  throw new TypeError("nothing was instantiated");
}
