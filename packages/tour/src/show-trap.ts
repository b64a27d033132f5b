import { loadPlugin, PluginError } from "@polyplug/host";

interface Divider {
  divide(a: number, b: number): number;
}

/**
 * Lets a plugin divide, then divide by zero: what it wrote to stderr, the error that came of it with the functions it
 * was in, and what a second call gives.
 */
export async function showTrap(path: string): Promise<readonly string[]> {
  const stderr: string[] = [];
  const decoder = new TextDecoder();
  const write = (chunk: Uint8Array) => stderr.push(decoder.decode(chunk, { stream: true }));
  const plugin = await loadPlugin<Divider>(path, { grant: { stderr: write } });
  const answer = plugin.exports.divide(7, 2);
  const trap = failureOf(() => plugin.exports.divide(7, 0));
  const afterwards = failureOf(() => plugin.exports.divide(7, 2));
  plugin.dispose();
  return [
    `divide(7, 2) = ${answer}`,
    "divide(7, 0):",
    ...stderr
      .join("")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => `  stderr: ${line}`),
    `  ${trap.code}: ${trap.message}`,
    ...(trap.frames ?? []).map(({ name }) => `    in ${name}`),
    "divide(7, 2) again:",
    `  ${afterwards.code}: ${afterwards.message}`,
  ];
}

function failureOf(call: () => unknown): PluginError {
  try {
    call();
  } catch (error) {
    if (PluginError.is(error)) return error;
    throw error;
  }
  throw new Error("the plugin did not fail");
}
