/** Makes the errors of lifting and lowering, which say where in a value the fault is. */
export interface Faults {
  /** The error for a JavaScript value that is not of its type. */
  misfit(reason: string): Error;
  /** The error for a guest that broke a rule. */
  trap(reason: string): Error;
}
