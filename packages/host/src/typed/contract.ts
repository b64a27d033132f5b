declare const types: unique symbol;

/**
 * What a host expects of a plugin and what it offers it: a WIT world. `polyplug types` writes a module that exports one,
 * with the types that TypeScript checks calls against.
 */
export interface Contract<Exports extends object = object, Imports extends object = object> {
  /** The world in the binary format of the component model, as base64. */
  readonly binary: string;
  /** Never there: it carries the types. A contract that asks for imports is none that asks for nothing. */
  readonly [types]?: (imports: Imports) => Exports;
}

/**
 * A contract out of its binary form, the content of a `component-type` section as base64. It is read when a plugin is
 * loaded with it.
 */
export function defineContract<Exports extends object = object, Imports extends object = object>(
  binary: string,
): Contract<Exports, Imports> {
  return Object.freeze({ binary });
}
