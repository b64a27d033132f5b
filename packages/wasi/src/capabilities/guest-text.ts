import type { Grant } from "../grant.ts";
import { maxTextBytes, maxTextEntries } from "../limits.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** A text for the guest, and what an error calls it: the text itself may be a secret. */
export interface GuestText {
  readonly label: string;
  readonly text: string;
}

/**
 * Encodes arguments or variables as a guest's C library wants to find them. What C cannot tell apart, a NUL within a
 * text, and what UTF-8 cannot say, half a surrogate pair, is refused here, for the guest would see another text than
 * the one that was granted.
 */
export function encodeGuestTexts(plugin: string, key: keyof Grant, texts: readonly GuestText[]): readonly Uint8Array[] {
  if (texts.length > maxTextEntries) {
    refuseGrant(plugin, key, `${texts.length} entries are given, allowed are ${maxTextEntries}`);
  }
  const encoder = new TextEncoder();
  const encoded = texts.map(({ label, text }) => {
    if (text.includes("\0")) refuseGrant(plugin, key, `${label} has a NUL in it`);
    if (/\p{Surrogate}/u.test(text)) refuseGrant(plugin, key, `${label} has half a surrogate pair in it`);
    return encoder.encode(text);
  });
  const bytes = encoded.reduce((sum, text) => sum + text.length + 1, 0);
  if (bytes > maxTextBytes) refuseGrant(plugin, key, `${bytes} bytes are given, allowed are ${maxTextBytes}`);
  return encoded;
}
