/**
 * What a plugin says of itself in custom sections, for people to read: nobody checks a word of it. Each text is printable
 * and has at most 4,096 characters.
 */
export interface PluginMetadata {
  /** From the name section: of a component the one that `wit-component` and `wasm-tools metadata` write. */
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  /** Whom to ask, as one text: `Ada <ada@example.com>, Grace`. */
  readonly authors?: string | undefined;
  readonly description?: string | undefined;
  /** An {@link https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/ | SPDX expression}. */
  readonly licenses?: string | undefined;
  /** Where its source is, a URL. */
  readonly source?: string | undefined;
  /** A URL. */
  readonly homepage?: string | undefined;
  /** The commit that it was built of. */
  readonly revision?: string | undefined;
}
