import { PluginError } from "@polyplug/errors";
import type { FunctionOptions } from "./canonical-abi.ts";

/** The error for a call of an instance that is in a call already. */
export function reentry({ name }: FunctionOptions): PluginError {
  const reason = "a call into the same instance is under way, and there is no second one before it ends";
  return new PluginError({ code: "trap", action: `call ${JSON.stringify(name)}`, reason });
}

/** The error for a guest that calls an import where it must not. */
export function leaving({ name }: FunctionOptions): PluginError {
  const reason = "a guest calls no import while its realloc or a post-return function runs";
  return new PluginError({ code: "trap", action: `call ${JSON.stringify(name)}`, reason });
}

/** Why a host function's promise does not fit, whatever its type. */
export const promised = "a promise was returned, and the guest cannot wait for it";
