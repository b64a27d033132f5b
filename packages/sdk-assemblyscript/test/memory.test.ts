import { expect, test } from "vitest";
import { plugins } from "./plugins.ts";

const { load } = plugins();

interface Word {
  readonly text: string;
  readonly codes: Uint16Array;
}

interface Worker {
  words(all: readonly Word[]): Word[];
  callBack(all: readonly string[]): string[];
  title(first: string, all: readonly Word[], last: string): string[];
  cut(text: string, from: number, to: number): string;
  pages(): number;
}

const wit = `package test:memory;
interface types { record word { text: string, codes: list<u16> } }
world memory {
  use types.{word};
  import back: func(all: list<string>) -> list<string>;
  export words: func(all: list<word>) -> list<word>;
  export call-back: func(all: list<string>) -> list<string>;
  export title: func(first: string, all: list<word>, last: string) -> list<string>;
  export cut: func(text: string, %from: u32, to: u32) -> string;
  export pages: func() -> u32;
}
`;

const source = `import { Word } from "./bindings/types";
import { back } from "./bindings/world";
export function words(all: Word[]): Word[] {
  const made = new Array<Word>();
  for (let i = 0; i < all.length; i++) {
    const word = all[i];
    const codes = new StaticArray<u16>(word.text.length);
    for (let at = 0; at < codes.length; at++) codes[at] = <u16>word.text.charCodeAt(at) + word.codes[0];
    made.push(new Word(word.text + "!", codes));
  }
  return made.reverse();
}
export function callBack(all: string[]): string[] {
  const first = back(all);
  const second = back(first.map<string>((text) => text + "."));
  return all.concat(first).concat(second);
}
export function title(first: string, all: Word[], last: string): string[] {
  const made = [first];
  for (let i = 0; i < all.length; i++) made.push(first + all[i].text + last);
  made.push(last);
  return made;
}
export function cut(text: string, from: u32, to: u32): string { return text.substring(from, to); }
export function pages(): u32 { return memory.size(); }
`;

const back = (all: string[]) => all.map((text) => text.toUpperCase());

/** Enough of them that the collector runs while they are read and while they are made. */
const many = Array.from({ length: 3000 }, (_, at) => `word ${at}`);

function wordsOf(round: number): Word[] {
  return many.map((text) => ({ text: `${text} ${round}`, codes: Uint16Array.of(round) }));
}

function wanted(words: readonly Word[]): Word[] {
  return words
    .map(({ text, codes: [added = 0] }) => ({
      text: `${text}!`,
      codes: Uint16Array.from(text, (letter) => letter.charCodeAt(0) + added),
    }))
    .reverse();
}

test.for(["incremental", "minimal", "stub"] as const)(
  "with the runtime %s nothing is lost that is in use",
  async (runtime) => {
    const { exports } = await load<Worker>(wit, source, { runtime, imports: { back } });
    for (let round = 0; round < 20; round++) {
      expect(exports.words(wordsOf(round))).toEqual(wanted(wordsOf(round)));
      const [first, last] = [`first ${round}`, `last ${round}`];
      const titles = wordsOf(round).map(({ text }) => first + text + last);
      expect(exports.title(first, wordsOf(round), last)).toEqual([first, ...titles, last]);
      const upper = back(many);
      expect(exports.callBack(many)).toEqual([...many, ...upper, ...upper.map((text) => `${text}.`)]);
    }
  },
);

test("with the runtime incremental, memory does not grow for ever", async () => {
  const { exports } = await load<Worker>(wit, source, { imports: { back } });
  const work = (rounds: number): number => {
    for (let round = 0; round < rounds; round++) {
      exports.words(wordsOf(round));
      exports.callBack(many);
    }
    return exports.pages();
  };
  const settled = work(30);
  expect(work(100)).toBe(settled);
});

test("half a surrogate pair comes out as U+FFFD, as it does from JavaScript", async () => {
  const { exports } = await load<Worker>(wit, source, { imports: { back } });
  const texts = ["a😀b", "😀😀", `${"a".repeat(9)}😀`, "😀".repeat(9), "\ud7ff\ue000", "aaaa\uffffbbbb\u{10ffff}"];
  for (const text of texts) {
    for (let from = 0; from <= text.length; from++) {
      for (let to = from; to <= text.length; to++) {
        expect(exports.cut(text, from, to)).toBe(Buffer.from(text.substring(from, to), "utf8").toString("utf8"));
      }
    }
  }
});
