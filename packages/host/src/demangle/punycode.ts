import { Refusal } from "./refusal.ts";

/** Longer identifiers are refused, as decoding takes quadratic time. Characters. */
const maxLength = 256;
const base = 36;
const initialBias = 72;
const initialCodePoint = 128;

/**
 * Decodes an identifier in the Punycode of Rust's v0 symbols, where `_` stands for the delimiter.
 * [RFC 3492, section 6.2](https://www.rfc-editor.org/rfc/rfc3492#section-6.2).
 */
export function decodePunycode(encoded: string): string {
  if (encoded.length > maxLength) throw new Refusal();
  const delimiter = encoded.lastIndexOf("_");
  const output = delimiter < 0 ? [] : [...encoded.slice(0, delimiter)];
  let codePoint = initialCodePoint;
  let bias = initialBias;
  let index = 0;
  for (let at = delimiter + 1; at < encoded.length; ) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitValue(encoded.charCodeAt(at++));
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (!Number.isSafeInteger(index + weight * base)) throw new Refusal();
    }
    const length = output.length + 1;
    bias = adapt(index - before, length, before === 0);
    codePoint += Math.floor(index / length);
    index %= length;
    if (codePoint > 0x10_ffff || (codePoint >= 0xd800 && codePoint < 0xe000)) throw new Refusal();
    output.splice(index++, 0, String.fromCodePoint(codePoint));
  }
  return output.join("");
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  const damped = Math.floor(delta / (isFirst ? 700 : 2));
  let rest = damped + Math.floor(damped / length);
  let k = 0;
  for (; rest > 455; k += base) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

function digitValue(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  throw new Refusal();
}
