import { Cursor } from "./cursor.ts";
import type { NameWriter } from "./name-writer.ts";
import { decodePunycode } from "./punycode.ts";
import { Refusal } from "./refusal.ts";
import { Work } from "./work.ts";

/** An identifier and what tells it from others of the same spelling. */
export interface Identifier {
  readonly name: string;
  readonly disambiguator: number;
}

/** Reads the common rules of a v0 symbol and writes the name meanwhile: the grammar is in the order of the name. */
export class RustReader extends Cursor {
  readonly #name: NameWriter;
  readonly #work = new Work();
  #isSilent = false;
  #boundLifetimes = 0;

  constructor(text: string, name: NameWriter) {
    super(text);
    this.#name = name;
  }

  write(text: string): void {
    if (!this.#isSilent) this.#name.write(text);
  }

  nested(body: () => void): void {
    this.#work.nested(body);
  }

  /** Runs `body` without writing: for what the name does not show. */
  silently(body: () => void): void {
    const before = this.#isSilent;
    this.#isSilent = true;
    body();
    this.#isSilent = before;
  }

  /** Follows a back-reference whose tag was read. [Backref](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#backref). */
  follow(body: () => void): void {
    const tag = this.position - 1;
    const target = this.base62();
    if (target >= tag) throw new Refusal();
    if (this.#isSilent) return;
    const after = this.position;
    this.position = target;
    body();
    this.position = after;
  }

  /** Writes what `item` writes until the list's end, with a separator between; gives the number of items. */
  list(separator: string, item: () => void): number {
    let count = 0;
    for (; !this.eat("E"); count++) {
      if (count > 0) this.write(separator);
      this.nested(item);
    }
    return count;
  }

  /** [Base-62-number](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#base-62-number). */
  base62(): number {
    const digits = this.takeUntil("_");
    if (digits === "") return 0;
    let value = 0;
    for (const digit of digits) {
      const worth = alphabet.indexOf(digit);
      if (worth < 0) throw new Refusal();
      value = value * 62 + worth;
    }
    return value + 1;
  }

  optionalBase62(tag: string): number {
    return this.eat(tag) ? this.base62() + 1 : 0;
  }

  /** [Identifier](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#identifier). */
  identifier(): Identifier {
    const disambiguator = this.optionalBase62("s");
    return { name: this.undisambiguated(), disambiguator };
  }

  undisambiguated(): string {
    const isPunycode = this.eat("u");
    // A zero stands alone: the digit behind it belongs to what follows.
    const length = this.eat("0") ? 0 : this.decimal();
    this.eat("_");
    const bytes = this.take(length);
    return isPunycode ? decodePunycode(bytes) : bytes;
  }

  /** [Binder](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#binder), around what `body` writes. */
  binder(body: () => void): void {
    const count = this.optionalBase62("G");
    // Each bound lifetime is written at least as ", 'a", so this many would not fit anyway.
    if (count > 500) throw new Refusal();
    const before = this.#boundLifetimes;
    if (count > 0) {
      this.write("for<");
      for (let i = 0; i < count; i++) {
        if (i > 0) this.write(", ");
        this.#boundLifetimes++;
        this.lifetime(1);
      }
      this.write("> ");
    }
    body();
    this.#boundLifetimes = before;
  }

  /** Writes the lifetime of a de Bruijn index. [Lifetime](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#lifetime). */
  lifetime(index: number): void {
    const level = this.#boundLifetimes - index;
    if (level < 0) throw new Refusal();
    if (index === 0) this.write("'_");
    else this.write(level < 26 ? `'${String.fromCharCode(0x61 + level)}` : `'_${level}`);
  }
}

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
