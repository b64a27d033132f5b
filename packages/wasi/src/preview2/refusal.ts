/**
 * Thrown inside a function that has no way to answer with an error, to end the plugin; never seen outside. It is no
 * Error: whoever catches it knows the function's name and makes the error.
 */
export class Refusal {
  readonly code: "not-granted" | "trap";
  /** What follows the function's name in the message: ` with no pollable`, `, which needs the grant clock`. */
  readonly reason: string;

  constructor(code: Refusal["code"], reason: string) {
    this.code = code;
    this.reason = reason;
  }
}
