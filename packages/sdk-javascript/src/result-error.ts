/**
 * The error of a function that the contract lets fail: throw it in a plugin, and the host gets `payload` as what the
 * `result` carries, a text, a record or whatever the contract says there.
 *
 * The engines take the `payload` of any error. A thrown value that is no error will do as well, but has no stack in a
 * test; an error without a payload is a mistake of the plugin's, and with one of the engines it ends the plugin. What the
 * host refuses arrives in the plugin in the same shape: an error with a `payload`.
 */
export class ResultError<Payload = string> extends Error {
  override readonly name = "ResultError";
  /** What `err` carries. */
  readonly payload: Payload;

  constructor(payload: Payload) {
    super(typeof payload === "string" ? payload : JSON.stringify(payload));
    this.payload = payload;
  }
}
