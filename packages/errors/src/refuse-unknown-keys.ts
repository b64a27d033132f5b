import { nearest } from "./nearest.ts";
import { PluginError } from "./plugin-error.ts";

/**
 * Throws `bad-argument` for the first own key of `options` that is not in `known`, with the nearest known one: a
 * misspelt grant or limit must not be ignored, for then it would not hold.
 */
export function refuseUnknownKeys(action: string, option: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    throw new PluginError({
      code: "bad-argument",
      action,
      reason: `${option} has no key ${JSON.stringify(key)}, ${near === undefined ? `known are ${known.join(", ")}` : `did you mean ${JSON.stringify(near)}`}`,
      path: `${option}.${key}`,
    });
  }
}
