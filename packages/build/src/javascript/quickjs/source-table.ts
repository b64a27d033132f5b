/** Where the one file comes from that a plugin has become. */
export interface SourceTable {
  /** The file's name in the engine. */
  readonly file: string;
  /** By their paths from the project's folder. What is not the plugin's own is null. */
  readonly sources: readonly (string | null)[];
  /** See {@link https://tc39.es/ecma426/#sec-mappings-grammar | ECMA-426, mappings}. */
  readonly mappings: string;
}
