import { PluginError } from "@polyplug/errors";

/**
 * Bytes that a set of flags takes, which is its alignment too: 1, 2 or 4. Throws `malformed` unless there are 1 to 32
 * labels.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#element-size | Canonical ABI, element size}.
 */
export function flagsSize(labels: readonly string[]): 1 | 2 | 4 {
  if (labels.length === 0 || labels.length > 32) {
    const reason = `they have ${labels.length} labels, and there must be 1 to 32`;
    throw new PluginError({ code: "malformed", action: "lay out flags", reason });
  }
  if (labels.length <= 8) return 1;
  if (labels.length <= 16) return 2;
  return 4;
}
