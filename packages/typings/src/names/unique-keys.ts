import { PluginError } from "@polyplug/errors";

/** Throws `unsupported`, as loading does, where two of `labels` are the same in JavaScript: one would hide the other. */
export function uniqueKeys(labels: readonly string[], keyOf: (label: string) => string, what: string): string[] {
  const taken = new Map<string, string>();
  return labels.map((label) => {
    const key = keyOf(label);
    const other = taken.get(key);
    if (other !== undefined) {
      const reason = `${JSON.stringify(other)} and ${JSON.stringify(label)} of ${what} are both ${key} in JavaScript`;
      throw new PluginError({ code: "unsupported", action: "write types", reason });
    }
    taken.set(key, label);
    return key;
  });
}
