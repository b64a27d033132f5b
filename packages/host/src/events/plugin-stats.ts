/** What a plugin has done so far, all its instances together. */
export interface PluginStats {
  /** Calls of exports that have ended, those that failed included. */
  readonly calls: number;
  /** Milliseconds that these took, with what they waited for. Calls within each other count each. */
  readonly milliseconds: number;
  /** Instances that ended by a trap or beyond a limit. */
  readonly faults: number;
  /** Instances that took the place of these. */
  readonly restarts: number;
}
