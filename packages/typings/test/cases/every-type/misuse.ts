import type { EveryTypeExports, EveryTypeImports, Others } from "./every-type.contract.ts";

export function exported({ values }: EveryTypeExports, others: Others): void {
  // @ts-expect-error: the field is not optional
  values.echoOthers({ ...others, nested: undefined });
  // @ts-expect-error: the case carries something
  values.echoOthers({ ...others, outcome: { tag: "ok" } });
  // @ts-expect-error: the case carries nothing
  values.echoOthers({ ...others, nothing: { tag: "ok", val: 1 } });
  // @ts-expect-error: the tuple has two parts
  values.echoOthers({ ...others, pair: [1] });
  // @ts-expect-error: the list is a typed array in a record
  values.echoOthers({ ...others, bytes: [1] });
  // @ts-expect-error: the typed array is another one
  values.lists(new Int8Array(1), [], [], [], [], []);
  // @ts-expect-error: no null
  values.echoAlternative(null);
  // @ts-expect-error: an option of an option says which
  values.options(1, 1, { tag: "none" });
  // @ts-expect-error: an option has to be passed
  values.echoAlternative();
  // @ts-expect-error: an id is a bigint
  values.echoIds(1, new BigUint64Array(1));
  // @ts-expect-error: it gives nothing
  values.check(1).length;
}

export const imported: Partial<EveryTypeImports["test:every-type/reversed"]> = {
  // @ts-expect-error: a function may take what it is given alone
  give: (bytes: Uint8Array, words: number[]) => bytes.subarray(words.length),
  // @ts-expect-error: it has to give a list
  words: () => "a",
  // @ts-expect-error: host functions are not async
  pair: async () => [1, [0.5]],
  // @ts-expect-error: an error is thrown, not returned
  check: () => ({ tag: "err", val: { tag: "dot" } }),
};
