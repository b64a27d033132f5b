/**
 * Where metered code looks in the page that it shares with whoever holds it to its limits. The page is the last memory of
 * a module that was made over, and nothing of the guest's own refers to it.
 */
export const meterPage = {
  /** A byte: the guest traps at its next check once it is not 0. */
  epoch: 0,
  /** A signed integer of 64 bits, little-endian: the fuel that is left. The guest traps where it is below 0. */
  fuel: 8,
  /** A byte: 1 once a memory was not grown that the guest wanted to grow. */
  refused: 28,
} as const;
