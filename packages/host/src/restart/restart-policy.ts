/** The bounds as they were read, times in milliseconds. */
export interface Restarts {
  readonly most: number;
  readonly within: number;
  readonly backOff: number;
}

/** When a plugin that has failed is restarted. */
export class RestartPolicy {
  readonly bounds: Restarts;
  /** When the last ones were, the oldest first. */
  #recent: number[] = [];

  constructor(bounds: Restarts) {
    this.bounds = bounds;
  }

  /** When the plugin may come back that failed at `now`; undefined where it may not. */
  comesBack(now: number): number | undefined {
    const { most, within, backOff } = this.bounds;
    const count = this.#count(now);
    if (count >= most) return undefined;
    return count === 0 ? now : now + Math.min(backOff * 2 ** (count - 1), within);
  }

  /** There is a restart; gives how many there were within the time. */
  restarted(now: number): number {
    this.#recent.push(now);
    return this.#count(now);
  }

  #count(now: number): number {
    this.#recent = this.#recent.filter((at) => at > now - this.bounds.within);
    return this.#recent.length;
  }
}
