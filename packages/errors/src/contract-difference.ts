/** One place where a plugin and its host do not fit each other. */
export interface ContractDifference {
  /** Where: `export acme:text/filter#transform: parameter options: width`. */
  readonly path: string;
  /** What the host's contract says there. */
  readonly wanted: string;
  /** What the plugin has there. */
  readonly found: string;
  /** What to do about it. */
  readonly cure: string;
}
