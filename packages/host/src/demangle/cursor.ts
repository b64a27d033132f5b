import { Refusal } from "./refusal.ts";

/** A reading position in a symbol. What is not there reads as the empty string, which equals no character. */
export class Cursor {
  readonly text: string;
  position: number;

  constructor(text: string, position = 0) {
    this.text = text;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  peek(ahead = 0): string {
    return this.text.charAt(this.position + ahead);
  }

  next(): string {
    const character = this.peek();
    if (character === "") throw new Refusal();
    this.position++;
    return character;
  }

  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.position);
  }

  /** Moves over `expected` if it is here, and says whether it was. */
  eat(expected: string): boolean {
    if (!this.startsWith(expected)) return false;
    this.position += expected.length;
    return true;
  }

  expect(expected: string): void {
    if (!this.eat(expected)) throw new Refusal();
  }

  take(length: number): string {
    if (length > this.text.length - this.position) throw new Refusal();
    const taken = this.text.slice(this.position, this.position + length);
    this.position += length;
    return taken;
  }

  /** Takes all characters up to `end` and moves over `end` as well. */
  takeUntil(end: string): string {
    const at = this.text.indexOf(end, this.position);
    if (at < 0) throw new Refusal();
    const taken = this.text.slice(this.position, at);
    this.position = at + end.length;
    return taken;
  }

  /** The decimal digits here, perhaps none. */
  digits(): string {
    const start = this.position;
    while (isDigit(this.peek())) this.position++;
    return this.text.slice(start, this.position);
  }

  decimal(): number {
    const digits = this.digits();
    if (digits === "") throw new Refusal();
    return Number(digits);
  }
}

export function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
