import { meterPage } from "@polyplug/metering";

/**
 * Where the calls of one thread that run under limits stand, in memory that is shared with the watchdog. It is the page
 * that metered modules check, which have its first words: not 0 in its first byte means that the innermost of the calls
 * is over its time.
 */

/**
 * The innermost call: its number in the upper 24 bits, and in the first byte whether its time is up. One word, so that
 * the watchdog ends this call, or if it is over by then, none.
 */
export const top: number = meterPage.epoch;
/** What the first byte of {@link top} is of a call whose time is up. */
export const overdue = 1;
/** How many threads had the board before, one after the other. */
export const generation = 4;
/** How many calls run within each other. */
export const depth = 6;
/** Where the calls begin, the outermost first. */
export const calls = 16;
/**
 * Words of each: its number shifted as in {@link top}, the instance, the milliseconds that it may take, and the lower 32
 * bits of when it began, in milliseconds, where the watchdog was not there yet to see that.
 */
export const callWords = 4;

/** As many as a page has room for. No stack is as deep. */
export const mostCalls: number = Math.floor((65_536 / 4 - calls) / callWords);

/** Words of the memory by which all threads wake the one watchdog. */
export const bell = {
  /** Whether it has to be woken; see {@link watch}. */
  watch: 0,
  /** How many boards it has been handed. */
  boards: 1,
  /** Nobody ever wakes the watchdog here: it waits for a time. */
  nap: 2,
} as const;

/** What a watchdog does. Its memory begins with none being there. */
export const watch = { absent: 0, awake: 1, asleep: 2 } as const;
