/** Makes what is thrown where lifting or lowering fails, and where in a value that is comes to be known. */
export interface Faults {
  /** For a JavaScript value that is not of its type. */
  misfit(reason: string, cause?: unknown): object;
  /** For a guest that broke a rule. */
  trap(reason: string): object;
  /** For a guest that has more than it is allowed. */
  exceeded(reason: string): object;
}
