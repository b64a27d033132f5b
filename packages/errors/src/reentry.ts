import { PluginError, type PluginErrorInit } from "./plugin-error.ts";

/**
 * The error for a call of an instance that is in a call already. It is a `trap`, as the specification has it, though the
 * guest is not entered and may go on where the host keeps the error to itself.
 * `called` is the export, where it is the host's own call.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lift | Canonical ABI, `canon lift`}.
 */
export function reentry(action: string, called: Pick<PluginErrorInit, "plugin" | "export"> = {}): PluginError {
  const reason = "a call into the same instance is under way, and there is no second one before it ends";
  return new PluginError({ ...called, code: "trap", action, reason });
}
