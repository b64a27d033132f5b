import type { Bindgen } from "@polyplug/bindgen";
import { ResultError } from "@polyplug/errors";
import type { Plugin } from "@polyplug/host";
import type { WorldFunction } from "../world/world-functions.ts";
import { typedFunction } from "./typed-function.ts";

/** How a call ended that was not refused and did not trap. */
export interface TypedOutcome {
  /** What it returned, or the `ResultError` that it threw. */
  readonly value: unknown;
  /** The same in the WebAssembly Value Encoding; empty for a function without a result. */
  readonly text: string;
}

/** Calls a function with arguments in the WebAssembly Value Encoding. `bytes` are the plugin's, whose types they tell. */
export async function callTyped(
  { plugin, bytes, bindgen }: { plugin: Plugin<object>; bytes: Uint8Array; bindgen: Bindgen },
  target: WorldFunction,
  texts: readonly string[],
): Promise<TypedOutcome> {
  const args = await bindgen.parseValues(bytes, target.path, texts);
  const value = resultOf(() => typedFunction(plugin.name, plugin.exports, target)(...args));
  return { value, text: await bindgen.printResult(bytes, target.path, value) };
}

function resultOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (ResultError.is(error)) return error;
    throw error;
  }
}
