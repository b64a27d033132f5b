import { type GuestFrame, type MissingImport, type PluginError, printable, printableLine } from "@polyplug/errors";
import { quoteName } from "./show-name.ts";

/**
 * An error as people read it: `polyplug: cannot …`, and below it the guest's stack where there is one. Here the imports
 * are told whose number the message only gives.
 */
export function showError(error: PluginError): string {
  const file = error.plugin === undefined ? "plugin" : `${error.plugin}.wasm`;
  const frames = (error.frames ?? []).map((frame) => showFrame(frame, file));
  const message = error.missing === undefined ? error.message : withAllMissing(error.message, error.missing);
  return [`polyplug: ${printable(message)}`, ...fold(frames), ""].join("\n");
}

/** An error as `--json` prints it. Fields that are not known are left out. */
export function jsonError(error: PluginError): object {
  const { code, message, plugin, offset, path, missing, frames, exitCode } = error;
  return { code, message, plugin, export: error.export, offset, path, missing, frames, exitCode };
}

function withAllMissing(message: string, missing: readonly MissingImport[]): string {
  return message.replace(/(?<=\n) {2}and (\d+) more$/, (_, left: string) => {
    const rest = missing.slice(-Number(left));
    return rest.map(({ module, name, type }) => `  ${quoteName(module)} ${quoteName(name)}: ${type}`).join("\n");
  });
}

function showFrame({ name, offset }: GuestFrame, file: string): string {
  return `    at ${printableLine(name)} (${printableLine(file)}:0x${offset.toString(16)})`;
}

const innermost = 20;
const outermost = 10;

/** An exhausted stack is thousands of frames of the same few functions. */
function fold(lines: readonly string[]): readonly string[] {
  const left = lines.length - innermost - outermost;
  if (left <= 1) return lines;
  return [...lines.slice(0, innermost), `    … ${left} more`, ...lines.slice(-outermost)];
}
