import type { ResourceType, ValueType } from "@polyplug/abi";
import fc from "fast-check";
import { labels } from "./types.ts";

/** A type, and a value of it as JavaScript has it. */
export interface TypedValue {
  readonly type: ValueType;
  readonly value: unknown;
}

/** A type, with what makes values of it. */
export interface Kind {
  readonly type: ValueType;
  readonly values: fc.Arbitrary<unknown>;
}

const integers = (["s8", "u8", "s16", "u16", "s32", "u32"] as const).map((kind): Kind => {
  const bits = Number(kind.slice(1));
  const [min, max] = kind.startsWith("s") ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  return { type: { kind }, values: fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max)) };
});

const numbers: readonly Kind[] = [
  ...integers,
  { type: { kind: "s64" }, values: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n) },
  { type: { kind: "u64" }, values: fc.bigInt(0n, 2n ** 64n - 1n) },
  { type: { kind: "f32" }, values: fc.float() },
  { type: { kind: "f64" }, values: fc.double() },
];

/** Integers that host and guest know by different kinds, the host's being the wider one. */
const views: readonly Kind[] = [
  { type: { kind: "u8", view: "u32" }, values: fc.integer({ min: 0, max: 255 }) },
  { type: { kind: "s16", view: "s32" }, values: fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 }) },
  { type: { kind: "u8", view: "s16" }, values: fc.integer({ min: 0, max: 255 }) },
  { type: { kind: "u32", view: "u64" }, values: fc.bigInt(0n, 2n ** 32n - 1n) },
  { type: { kind: "s32", view: "s64" }, values: fc.bigInt(-(2n ** 31n), 2n ** 31n - 1n) },
];

const others: readonly Kind[] = [
  { type: { kind: "bool" }, values: fc.boolean() },
  { type: { kind: "char" }, values: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  { type: { kind: "string" }, values: fc.string({ unit: "binary" }) },
];

const arrays = new Map<string, { from(list: number[]): unknown }>([
  ["s8", Int8Array],
  ["u8", Uint8Array],
  ["s16", Int16Array],
  ["u16", Uint16Array],
  ["s32", Int32Array],
  ["u32", Uint32Array],
  ["f32", Float32Array],
  ["f64", Float64Array],
]);

function listOf({ type, values }: Kind): Kind {
  const kind = ("view" in type ? type.view : undefined)?.toString() ?? type.kind;
  const all = fc.array(values, { maxLength: 5 });
  return {
    type: { kind: "list", element: type },
    values: all.map((list) => {
      if (kind === "s64") return BigInt64Array.from(list.map((one) => BigInt(String(one))));
      if (kind === "u64") return BigUint64Array.from(list.map((one) => BigInt(String(one))));
      return arrays.get(kind)?.from(list.map(Number)) ?? list;
    }),
  };
}

function recordOf(kinds: readonly Kind[]): Kind {
  const fields = kinds.map(({ type }, index) => ({ name: index === 0 ? "__proto__" : `field-${index}`, type }));
  return {
    type: { kind: "record", fields },
    values: fc
      .tuple(...kinds.map(({ values }) => values))
      .map((list) =>
        Object.fromEntries(list.map((value, index) => [index === 0 ? "__proto__" : `field${index}`, value])),
      ),
  };
}

function tupleOf(kinds: readonly Kind[]): Kind {
  return {
    type: { kind: "tuple", types: kinds.map(({ type }) => type) },
    values: fc.tuple(...kinds.map(({ values }) => values)),
  };
}

function variantOf(kinds: readonly (Kind | undefined)[]): Kind {
  return {
    type: { kind: "variant", cases: kinds.map((kind, index) => ({ name: `case-${index}`, type: kind?.type })) },
    values: fc.oneof(...kinds.map((kind, index) => tagged(`case-${index}`, kind))),
  };
}

function resultOf(ok: Kind | undefined, err: Kind | undefined): Kind {
  return {
    type: { kind: "result", ok: ok?.type, err: err?.type },
    values: fc.oneof(tagged("ok", ok), tagged("err", err)),
  };
}

function optionOf({ type, values }: Kind): Kind {
  if (type.kind !== "option") return { type: { kind: "option", type }, values: fc.option(values, { nil: undefined }) };
  const some = tagged("some", { type, values });
  return { type: { kind: "option", type }, values: fc.oneof(fc.constant({ tag: "none" }), some) };
}

function tagged(tag: string, kind: Kind | undefined): fc.Arbitrary<unknown> {
  return kind === undefined ? fc.constant({ tag }) : kind.values.map((val) => ({ tag, val }));
}

const enums = fc.integer({ min: 1, max: 300 }).map((count): Kind => {
  return { type: { kind: "enum", labels: labels(count) }, values: fc.constantFrom(...labels(count)) };
});

const flagSets = fc.integer({ min: 1, max: 32 }).map((count): Kind => {
  const booleans = fc.array(fc.boolean(), { minLength: count, maxLength: count });
  return {
    type: { kind: "flags", labels: labels(count) },
    values: booleans.map((list) => Object.fromEntries(list.map((isSet, index) => [`label${index}`, isSet]))),
  };
});

const resource: ResourceType = { name: "file" };
const owned: Kind = { type: { kind: "own", resource }, values: fc.integer({ min: 0, max: 2 ** 32 - 1 }) };

const number = fc.constantFrom(...numbers);
const simple = fc.oneof(number, fc.constantFrom(...others), enums, flagSets, fc.constant(owned));

const { any } = fc.letrec<{ any: Kind }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthIdentifier: "type" },
    simple,
    tie("any").map(listOf),
    fc.array(tie("any"), { minLength: 1, maxLength: 4 }).map(recordOf),
    fc.array(tie("any"), { minLength: 1, maxLength: 4 }).map(tupleOf),
    fc.array(fc.option(tie("any"), { nil: undefined }), { minLength: 1, maxLength: 4 }).map(variantOf),
    tie("any").map(optionOf),
    fc
      .tuple(fc.option(tie("any"), { nil: undefined }), fc.option(tie("any"), { nil: undefined }))
      .map(([ok, err]) => resultOf(ok, err)),
  ),
}));

const some = { minLength: 1, maxLength: 4 };

const view = fc.constantFrom(...views);

const families = {
  numbers: number,
  "numbers seen as others": fc.oneof(view, view.map(listOf), view.map(optionOf)),
  "booleans, characters and strings": fc.constantFrom(...others),
  "lists of numbers": number.map(listOf),
  lists: any.map(listOf),
  records: fc.array(any, some).map(recordOf),
  tuples: fc.array(any, some).map(tupleOf),
  variants: fc.array(fc.option(any, { nil: undefined }), some).map(variantOf),
  enums,
  options: any.map(optionOf),
  "options of options": any.map(optionOf).map(optionOf),
  results: fc
    .tuple(fc.option(any, { nil: undefined }), fc.option(any, { nil: undefined }))
    .map(([ok, err]) => resultOf(ok, err)),
  flags: flagSets,
  handles: fc.constant(owned),
};

/** Random types with what makes values of them, by what the outermost type is. */
export const randomTypes: readonly (readonly [family: string, kinds: fc.Arbitrary<Kind>])[] = Object.entries(families);

/** Random types with random values. */
export const typedValues: readonly (readonly [family: string, arbitrary: fc.Arbitrary<TypedValue>])[] = randomTypes.map(
  ([family, kinds]) => [family, kinds.chain(({ type, values }) => values.map((value) => ({ type, value })))],
);
