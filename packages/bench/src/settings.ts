/** How much is measured of each way. */
export interface Settings {
  /** How long one sample of a call takes: the call is repeated as often as fits. */
  readonly sliceMilliseconds: number;
  /** Samples of each way in a block. */
  readonly rounds: number;
  /** Blocks, of which the one with the least median counts. */
  readonly blocks: number;
  /** Plugins that are held at once. An engine has room for some 13,000 memories in a process. */
  readonly live: number;
}

/** For figures that are told. */
export const thorough: Settings = { sliceMilliseconds: 20, rounds: 7, blocks: 5, live: 10_000 };

/** Shows that everything works, and says nothing of how fast. */
export const cheapest: Settings = { sliceMilliseconds: 0.1, rounds: 1, blocks: 1, live: 50 };
