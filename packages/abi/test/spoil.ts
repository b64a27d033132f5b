import fc from "fast-check";

/** What fits few types, or fits in a way of its own. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[undefined, null, true, "", "x", "\ud800", "a\udc00b", "é€😀", -1, 256, 2 ** 31, 2 ** 32, 1.5, -0],
    ...[Number.NaN, Number.POSITIVE_INFINITY, 1n, -1n, 2n ** 63n, 2n ** 64n, Symbol("s"), () => 1, [], {}],
    ...[{ tag: "ok" }, { tag: "case-0", val: 1 }, { tag: "some" }, { val: 1 }, { label0: true }, { label0: 1 }],
    ...["label-0", "label-1", "none", [1, 2], [[]], new Uint8Array(3), new Float64Array(2), new BigInt64Array(1)],
    ...[new Map(), new Date(0), new Error("e"), Object.create(null), Promise.resolve(1)],
  ),
  fc.anything({ withBigInt: true, withTypedArray: true, withSparseArray: true, withNullPrototype: true }),
);

/** A value with something else in one place of it. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  return fc.tuple(fc.array(fc.nat(), { maxLength: 6 }), junk).map(([path, other]) => replaced(value, path, other));
}

/** Follows the path down to where it ends or no part has parts of its own. */
function replaced(value: unknown, [step, ...rest]: readonly number[], other: unknown): unknown {
  if (step === undefined || typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return other;
  const keys = Reflect.ownKeys(value);
  const key = keys[step % keys.length];
  if (key === undefined || (Array.isArray(value) && key === "length")) return other;
  const copy: object = Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value));
  const part = replaced(Reflect.get(value, key), rest, other);
  Object.defineProperty(copy, key, { value: part, enumerable: true, writable: true, configurable: true });
  return copy;
}
