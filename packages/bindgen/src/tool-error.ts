import { PluginError, ResultError } from "@polyplug/errors";
import { asChoice } from "./as-choice.ts";
import type { Diagnostic, Place } from "./plugin-contract.ts";

/** What one of the tools threw, told as a fault of `action`. `printed` is what the plugin said before it ended. */
export function toolError(action: string, thrown: unknown, printed: string): unknown {
  if (ResultError.is(thrown)) {
    const { message, place, choice } = thrown.payload as Diagnostic;
    const fault = choice === undefined ? message : asChoice(message, choice);
    const path = place && printPlace(place);
    return new PluginError({
      code: "bad-argument",
      action,
      reason: path === undefined ? fault : `${path}: ${fault}`,
      path,
    });
  }
  if (!PluginError.is(thrown)) return thrown;
  // A panic's words; of the trap that it ends in there is nothing to say but that it is one.
  return thrown.within(action, printed.trim() === "" ? {} : { reason: printed.trim() });
}

function printPlace({ tag, val }: Place): string {
  return tag === "source" ? `${val.path}:${val.line}:${val.column}` : `argument ${val.number}, column ${val.column}`;
}
