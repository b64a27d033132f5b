/**
 * What becomes of a plugin that has trapped or gone beyond a limit, after that was thrown to whoever called it.
 * `throw`: it stays as it is, and every later call is refused with `poisoned`. `restart`, or the bounds of it: it goes
 * on as a new instance.
 */
export type OnFault = "throw" | "restart" | RestartBounds;

/** How often a plugin is restarted, and how soon. */
export interface RestartBounds {
  /** The most restarts {@link within} the time; beyond it the plugin stays `poisoned`. Default: 5. */
  readonly restarts?: number | undefined;
  /** The time in which restarts are counted. Default: `"60s"`. */
  readonly within?: string | undefined;
  /**
   * How long after a fault there is no new instance, and calls are refused: the first within the time costs nothing, the
   * second this, each one after it twice as much. Default: `"100ms"`.
   */
  readonly backOff?: string | undefined;
}
