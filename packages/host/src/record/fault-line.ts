import type { PluginError } from "@polyplug/errors";
import type { LineFault } from "./record-line.ts";

/** As many frames as are told of: those further out depend on how many the engine was asked for. */
const mostFrames = 8;

/** What a record has of an error. */
export function lineFault({ code, reason, exitCode, frames = [] }: PluginError): LineFault {
  return {
    code,
    reason,
    ...(exitCode !== undefined && { exitCode }),
    ...(frames.length > 0 && { frames: frames.slice(0, mostFrames).map(({ index }) => index) }),
  };
}
