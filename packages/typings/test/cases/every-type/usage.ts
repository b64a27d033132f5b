import type { Attempt, EveryTypeExports, EveryTypeImports, Numbers, Others, Shape } from "./every-type.contract.ts";

const numbers: Numbers = { a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, g: 0n, h: 0n, i: 0, j: 0 };

const others: Others = {
  flag: true,
  letter: "x",
  text: "text",
  pair: [1, "one"],
  bytes: new Uint8Array(2),
  words: ["a"],
  nested: { tag: "some", val: undefined },
  outcome: { tag: "ok", val: 1 },
  nothing: { tag: "err" },
  numbers,
};

export function exported({ values }: EveryTypeExports): void {
  const back: Others = values.echoOthers(others);
  const { maybe, nested, outcome } = back;
  const texts: (string | number | undefined)[] = [maybe, nested.tag === "some" ? nested.val : "none"];
  texts.push(outcome.tag === "ok" ? outcome.val.toFixed() : outcome.val.trim());
  const shape: Shape = values.echoShape({ tag: "polygon", val: [[1, 2]] });
  if (shape.tag === "circle") texts.push(shape.val);
  const [{ bold = false } = {}] = values.echoMarks({ bold: true }, [{}, { allCaps: true }]);
  const ids: BigUint64Array = values.echoIds(1n, BigUint64Array.of(1n));
  texts.push(`${bold}${ids}`, values.echoAlternative(undefined)?.tag);

  const frozen: readonly string[] = Object.freeze(["a"]);
  const deep: BigUint64Array[][] = values.deepLists([frozen], [[[1, 2], "red"]]);
  const bytes: Uint8Array | undefined = values.options(
    undefined,
    { tag: "none" },
    { tag: "some", val: { tag: "none" } },
  );
  texts.push(
    `${deep}${bytes}`,
    values.results({ tag: "ok", val: 1 }, { tag: "ok" }, { tag: "err" }, { tag: "ok" })?.tag,
  );
  const pair = [1, ["one", true]] as const;
  const [, [word]] = values.tuples(pair);
  const lists: Uint8Array[] = values.lists([1], [1], [1], [1], [1], Int32Array.of(1));
  const flags: boolean[] = values.moreLists([1n], [1n], [1], [1], [true]);
  const number: number = values.parse(`${word}${lists}${flags}${texts}`);
  values.check(number);
  const again: Shape = values.again();
  const attempt: Attempt = { tag: "ok", val: again };
  if (attempt.tag === "ok") values.echoShape(attempt.val);
}

export const imported: EveryTypeImports["test:every-type/reversed"] = {
  give: (bytes, words, marks) => [...bytes.subarray(1), words.sort().length, marks.bold ? 1 : 0],
  words: () => Object.freeze(["a"]),
  anyMarks: () => ({ bold: true }),
  pair: () => [1, [0.5]],
  check: (shape) => shape.tag.length,
};
