import type { Call } from "./boundary.ts";
import type { Around } from "./call-interceptor.ts";

/** The function with what happens around its calls. */
export function aroundCall(call: Call, around: Around | undefined): Call {
  return around === undefined ? call : (...args) => around(() => call(...args), args);
}
