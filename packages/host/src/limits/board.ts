import { meterPage } from "@polyplug/metering";

/**
 * Where the calls that run under limits stand, in memory that is shared with the watchdog. It is the page that metered
 * modules check, which have its first words: not 0 in its first byte means that the innermost of the calls is over its time.
 */

/**
 * The innermost call: its number in the upper 24 bits, and in the first byte whether its time is up. One word, so that
 * the watchdog ends this call, or if it is over by then, none.
 */
export const top: number = meterPage.epoch;
/** Whether the watchdog sleeps until somebody wakes it. */
export const asleep = 4;
/** Nobody ever wakes the watchdog here: it waits for a time. */
export const nap = 5;
/** How many calls run within each other. */
export const depth = 6;
/** Where the calls begin, the outermost first. */
export const calls = 16;
/** Words of each: its number shifted as in {@link top}, the instance, the milliseconds that it may take. */
export const callWords = 3;

/** As many as a page has room for. No stack is as deep. */
export const mostCalls: number = Math.floor((65_536 / 4 - calls) / callWords);
