import { PluginError } from "./plugin-error.ts";

/**
 * The error for a call of an instance that is in a call already. It is a `trap`, as the specification has it, though the
 * guest is not entered and may go on where the host keeps the error to itself.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lift | Canonical ABI, `canon lift`}.
 */
export function reentry(action: string): PluginError {
  const reason = "a call into the same instance is under way, and there is no second one before it ends";
  return new PluginError({ code: "trap", action, reason });
}
