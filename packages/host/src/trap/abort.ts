/** One of the calls that led to an end, as the plugin's own runtime knows them. */
export interface CallSite {
  readonly name: string;
  /** `plugin.ts:12:5`, or without a column. */
  readonly place: string;
}

/** Why a plugin said it ends, and where in its sources, as far as it knows. */
export interface Abort {
  readonly message: string;
  /** `plugin.ts:12:5`, or without a column. */
  readonly place: string | undefined;
  /** Innermost first; empty where nobody knows. */
  readonly calls: readonly CallSite[];
}
