import type { Bindgen } from "@polyplug/bindgen";
import { ResultError } from "@polyplug/errors";
import type { AnyPlugin } from "../guest/use-plugin.ts";
import { jsonTypedValue } from "../show/json-typed-value.ts";
import type { WorldFunction } from "../world/world-functions.ts";
import { typedFunction } from "./typed-function.ts";

/** How a call ended that was not refused and did not trap. */
export interface TypedOutcome {
  /** What it returned or threw, in the WebAssembly Value Encoding; empty for a function without a result. */
  readonly text: string;
  /** For `--json`. */
  readonly json: { readonly result: unknown } | { readonly err: unknown };
}

/** Calls a function with arguments in the WebAssembly Value Encoding. `bytes` are the plugin's, whose types they tell. */
export async function callTyped(
  { plugin, bytes, bindgen }: { plugin: AnyPlugin<object>; bytes: Uint8Array; bindgen: Bindgen },
  target: WorldFunction,
  texts: readonly string[],
): Promise<TypedOutcome> {
  const args = await bindgen.parseValues(bytes, target.path, texts);
  const value = await resultOf(async () => await typedFunction(plugin.name, plugin.exports, target)(...args));
  const json = ResultError.is(value) ? { err: jsonTypedValue(value.payload) } : { result: jsonTypedValue(value) };
  return { text: await bindgen.printResult(bytes, target.path, value), json };
}

async function resultOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    if (ResultError.is(error)) return error;
    throw error;
  }
}
