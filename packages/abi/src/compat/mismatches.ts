/** One place in a type where plugin and contract differ. */
export interface Mismatch {
  /** The way from the outermost type: `.width`, `(circle)[]`; empty for that type itself. */
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
}

/** As many differences as anybody reads. */
export const mostListed = 100;

const longest = 300;

/** Places that differ: the first of them, and how many there are. A type that occurs often brings its own each time. */
export class Mismatches {
  readonly listed: Mismatch[] = [];
  count = 0;

  add(path: string, wanted: string, found: string): void {
    this.count++;
    if (this.listed.length < mostListed) this.listed.push({ path: cut(path), wanted: cut(wanted), found: cut(found) });
  }

  /** Adds those of something that lies within, under the step that leads there. */
  addAll(step: string, inner: Mismatches): void {
    this.#addUnder((path) => `${step}${path}`, inner);
  }

  /** The same, where the step is a part of a sentence: `parameter options: width`. */
  addWithin(part: string, inner: Mismatches): void {
    this.#addUnder((path) => (path === "" ? part : `${part}: ${path.replace(/^\./, "")}`), inner);
  }

  #addUnder(pathOf: (path: string) => string, inner: Mismatches): void {
    const room = mostListed - this.listed.length;
    for (const { path, wanted, found } of inner.listed.slice(0, room)) {
      this.listed.push({ path: cut(pathOf(path)), wanted, found });
    }
    this.count += inner.count;
  }
}

/** Names come out of binaries: of a very long one nobody reads the end, and a hundred places of it would add up. */
export function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
