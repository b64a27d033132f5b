import { printable } from "./printable.ts";

const brand = Symbol.for("polyplug.ResultError");

/**
 * The `err` of a WIT `result`, as an error: a plugin's function that gives one throws this, and a host function may throw
 * it to give one. It ends nothing, the plugin goes on.
 *
 * Like `PluginError` it is recognised by shape: {@link ResultError.is} is true for one of another copy of this package.
 */
export class ResultError<Payload = unknown> extends Error {
  override readonly name = "ResultError";
  /** What `err` carries; undefined where it carries nothing. */
  readonly payload: Payload;

  constructor(payload: Payload) {
    super(shown(payload));
    Object.defineProperty(this, brand, { value: true });
    this.payload = payload;
  }

  /** Whether a value is such an error, of this or of another copy of the package. Never throws, whatever it is given. */
  static is(value: unknown): value is ResultError {
    if (typeof value !== "object" || value === null) return false;
    try {
      return brand in value;
    } catch {
      // A proxy that throws when it is looked at is none of ours.
      return false;
    }
  }
}

/** A text is the message itself; of a variant or an enum the name of the case says most. */
function shown(payload: unknown): string {
  if (typeof payload === "string") return printable(payload);
  if (payload === undefined) return "the result is an error";
  if (typeof payload !== "object" || payload === null) return String(payload);
  const tag: unknown = Reflect.get(payload, "tag");
  return typeof tag === "string" ? printable(tag) : "the result is an error, see its payload";
}
