import { PluginError } from "@polyplug/errors";
import { sha256 } from "../platform/node.ts";

/**
 * Throws `integrity` unless the hash of `bytes` is among the hashes of `wanted`: `sha256-` and base64, several separated by spaces,
 * as in the {@link https://www.w3.org/TR/SRI/#the-integrity-attribute | integrity attribute}, of which only sha256 is
 * taken.
 */
export function checkIntegrity(bytes: Uint8Array, wanted: string, action: string): void {
  const hashes = wanted.split(/\s+/).filter((hash) => hash !== "");
  const odd = hashes.find((hash) => !/^sha256-[A-Za-z0-9+/]{43}=$/.test(hash));
  if (odd !== undefined || hashes.length === 0) {
    throw new PluginError({
      code: "bad-argument",
      action,
      reason: `integrity must be "sha256-" and 44 characters of base64, got ${JSON.stringify(odd ?? wanted)}`,
      path: "integrity",
    });
  }
  const found = sha256(bytes);
  if (hashes.includes(found)) return;
  throw new PluginError({
    code: "integrity",
    action,
    reason: `its hash is ${found}, wanted was ${hashes.join(" or ")}`,
  });
}
