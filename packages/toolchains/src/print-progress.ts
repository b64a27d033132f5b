import { styleText } from "node:util";
import type { OnProgress } from "@polyplug/build";

/** Prints a line when a step starts and one when it ends, with the time it took. Coloured on a terminal. */
export function printProgress(stream: NodeJS.WriteStream): OnProgress {
  const paint: typeof styleText = (format, text) => styleText(format, text, { stream });
  const marks = { started: paint("dim", "…"), done: paint("green", "✓"), failed: paint("red", "✗") };
  return ({ task, state, milliseconds, error }) => {
    const elapsed = state === "started" ? "" : ` ${paint("dim", `${(milliseconds / 1000).toFixed(1)} s`)}`;
    stream.write(`${marks[state]} ${task}${elapsed}\n`);
    if (error instanceof Error) stream.write(`${error.message}\n`);
  };
}
