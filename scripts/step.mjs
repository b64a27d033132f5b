import { styleText } from "node:util";
import { interrupted } from "./run-child.mjs";

/** Runs a step and tells on stderr how long it takes: each second on a terminal, at the start and end elsewhere. */
export async function step(title, run) {
  const start = performance.now();
  const elapsed = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const { stderr } = process;
  const line = (mark, colour) => `${paint(colour, mark)} ${title} ${paint("dim", elapsed())}`;
  const tick = () => stderr.write(`\r${line("…", "yellow")}`);
  if (!stderr.isTTY) stderr.write(`… ${title}\n`);
  const timer = stderr.isTTY ? setInterval(tick, 1000) : undefined;
  if (stderr.isTTY) tick();
  const back = stderr.isTTY ? "\r" : "";
  const breakOff = () => {
    clearInterval(timer);
    stderr.write(`${back}${line("✗", "red")}\n`);
  };
  interrupted.addEventListener("abort", breakOff, { once: true });
  try {
    const result = await run();
    stderr.write(`${back}${line("✓", "green")}\n`);
    return result;
  } catch (error) {
    stderr.write(`${back}${line("✗", "red")}\n`);
    throw error;
  } finally {
    clearInterval(timer);
    interrupted.removeEventListener("abort", breakOff);
  }
}

/** Coloured on a terminal with colours, unless NO_COLOR is set; `hasColors` looks at that too. */
function paint(format, text) {
  return process.stderr.isTTY && process.stderr.hasColors() ? styleText(format, text) : text;
}
