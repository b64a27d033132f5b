import { printableLine } from "@polyplug/errors";
import type { ToldCalls } from "../imports/given-imports.ts";

/** The calls of stubs for people, a line each. */
export function showCalls({ calls, unlisted }: ToldCalls): string {
  const lines = calls.map((call) => `polyplug: the plugin called ${printableLine(call)}\n`);
  if (unlisted > 0) lines.push(`polyplug: and ${unlisted === 1 ? "1 more call" : `${unlisted} more calls`}\n`);
  return lines.join("");
}

/** The same as fields of a document, which has none where there were no calls. */
export function jsonCalls({ calls, unlisted }: ToldCalls): object {
  return { ...(calls.length > 0 && { calls }), ...(unlisted > 0 && { unlistedCalls: unlisted }) };
}
