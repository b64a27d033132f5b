/** Every way in which loading or calling a plugin fails. The set is closed: a `switch` over it can be exhaustive. */
export const pluginErrorCodes = [
  "unreadable",
  "not-wasm",
  "malformed",
  "unsupported",
  "integrity",
  "missing-import",
  "contract-mismatch",
  "not-granted",
  "bad-argument",
  "bad-result",
  "trap",
  "time-limit",
  "memory-limit",
  "output-limit",
  "exited",
  "poisoned",
  "disposed",
  "aborted",
  "overloaded",
] as const;

export type PluginErrorCode = (typeof pluginErrorCodes)[number];

export function isPluginErrorCode(value: unknown): value is PluginErrorCode {
  return (pluginErrorCodes as readonly unknown[]).includes(value);
}
