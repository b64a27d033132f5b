/** What is thrown for a value that is longer in a record than there is room for. */
export class NoRoom extends Error {}

/** Characters that a text of the engine may have, but for some that stand around a value. */
const mostText = 2 ** 29 - 2 ** 20;

/**
 * What a value may take in a record. A plugin chooses how long its values are, which are up to six times as long in JSON and
 * more in the engine's heap: they are counted while they are encoded, not when they are there.
 */
export class Room {
  #left: number;

  constructor(bytes: number) {
    this.#left = Math.min(bytes, mostText);
  }

  /** Throws {@link NoRoom} where there are not as many. */
  take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new NoRoom("the value is longer than there is room for");
  }

  takeText(text: string): void {
    this.take(text.length);
    // Most texts need not be looked at: no character has more than six bytes.
    if (text.length * 5 > this.#left) this.take(beyondOne(text, this.#left));
  }
}

/** Bytes of a text in JSON beyond one for each character, counted up to `most`. */
function beyondOne(text: string, most: number): number {
  let more = 0;
  for (let index = 0; index < text.length && more <= most; index++) more += beyond(text.charCodeAt(index));
  return more;
}

/** Surrogates are taken for halves of a pair, which has four bytes. */
function beyond(code: number): number {
  if (code < 0x20) return code >= 0x08 && code <= 0x0d && code !== 0x0b ? 1 : 5;
  if (code === 0x22 || code === 0x5c) return 1;
  if (code < 0x80) return 0;
  return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
}
