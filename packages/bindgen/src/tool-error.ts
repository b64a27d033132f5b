import { PluginError, ResultError } from "@polyplug/errors";
import type { Diagnostic } from "./plugin-contract.ts";

/** What one of the tools threw, told as a fault of `action`. `printed` is what the plugin said before it ended. */
export function toolError(action: string, thrown: unknown, printed: string): unknown {
  if (ResultError.is(thrown)) {
    const { message, position } = thrown.payload as Diagnostic;
    const place = position && `${position.path}:${position.line}:${position.column}`;
    const reason = place === undefined ? message : `${place}: ${message}`;
    return new PluginError({ code: "bad-argument", action, reason, path: place });
  }
  if (!PluginError.is(thrown)) return thrown;
  // A panic's words; of the trap that it ends in there is nothing to say but that it is one.
  return thrown.within(action, printed.trim() === "" ? {} : { reason: printed.trim() });
}
