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

  /** Takes what a text has in JSON between its quotes. */
  takeText(text: string): void {
    this.take(text.length);
    for (let index = 0; index < text.length; index++) {
      const more = beyondOne(text, index);
      if (more > 0) this.take(more);
    }
  }
}

/** Bytes that a character of a text has in JSON beyond one. */
function beyondOne(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0x20) return code >= 0x08 && code <= 0x0d && code !== 0x0b ? 1 : 5;
  if (code === 0x22 || code === 0x5c) return 1;
  if (code < 0x80) return 0;
  if (code < 0x800) return 1;
  if (code < 0xd800 || code >= 0xe000) return 2;
  // Both halves of a pair together have four, and one without the other is escaped.
  const isPaired = code < 0xdc00 ? isLow(text.charCodeAt(index + 1)) : isHigh(text.charCodeAt(index - 1));
  return isPaired ? 1 : 5;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
