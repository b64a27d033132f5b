import type { ValueType } from "@polyplug/abi";
import fc, { type Arbitrary } from "fast-check";
import { expect, test } from "vitest";
import { decodeValue } from "../../src/record/decode-value.ts";
import { encodeValue } from "../../src/record/encode-value.ts";
import { ObjectIds } from "../../src/record/object-ids.ts";
import { NoRoom, Room } from "../../src/record/room.ts";

/** A type with values of it as JavaScript has them. */
interface Typed {
  readonly type: ValueType;
  readonly values: Arbitrary<unknown>;
}

const small = (kind: "u8" | "s8" | "u16" | "s16" | "u32" | "s32", min: number, max: number): Typed => ({
  type: { kind },
  values: fc.integer({ min, max }),
});
const scalar = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
const resource = { name: "thing" };
const things = [{}, {}, {}];

const leaves: readonly Typed[] = [
  small("u8", 0, 255),
  small("s8", -128, 127),
  small("u16", 0, 65_535),
  small("s16", -32_768, 32_767),
  small("u32", 0, 2 ** 32 - 1),
  small("s32", -(2 ** 31), 2 ** 31 - 1),
  { type: { kind: "u64" }, values: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) },
  { type: { kind: "s64" }, values: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) },
  { type: { kind: "u8", view: "u64" }, values: fc.bigInt({ min: 0n, max: 255n }) },
  { type: { kind: "f32" }, values: fc.float() },
  { type: { kind: "f64" }, values: fc.double() },
  { type: { kind: "bool" }, values: fc.boolean() },
  { type: { kind: "char" }, values: scalar },
  { type: { kind: "string" }, values: fc.string({ unit: "binary" }) },
  { type: { kind: "enum", labels: ["red", "to-string"] }, values: fc.constantFrom("red", "to-string") },
  {
    type: { kind: "flags", labels: ["left", "to-string"] },
    values: fc.record({ left: fc.boolean(), toString: fc.boolean() }),
  },
  { type: { kind: "own", resource }, values: fc.constantFrom(...things) },
  { type: { kind: "list", element: { kind: "u8" } }, values: fc.uint8Array() },
  { type: { kind: "list", element: { kind: "s64" } }, values: fc.bigInt64Array() },
  { type: { kind: "list", element: { kind: "f64" } }, values: fc.float64Array() },
];

const compounds: readonly ((inner: Typed) => Typed)[] = [
  ({ type, values }) =>
    Object.hasOwn(
      {
        own: 0,
        bool: 0,
        string: 0,
        char: 0,
        list: 0,
        record: 0,
        tuple: 0,
        variant: 0,
        option: 0,
        result: 0,
        enum: 0,
        flags: 0,
      },
      type.kind,
    )
      ? { type: { kind: "list", element: type }, values: fc.array(values, { maxLength: 4 }) }
      : { type, values },
  ({ type, values }) => ({
    type: {
      kind: "record",
      fields: [
        { name: "constructor", type },
        { name: "is-odd", type: { kind: "bool" } },
        { name: "unseen", type: { kind: "bool" }, hidden: true },
      ],
    },
    values: fc.record({ constructor: values, isOdd: fc.boolean() }),
  }),
  ({ type, values }) => ({
    type: { kind: "tuple", types: [type, { kind: "u8" }] },
    values: fc.tuple(values, fc.integer({ min: 0, max: 255 })),
  }),
  ({ type, values }) => ({
    type: { kind: "variant", cases: [{ name: "nothing" }, { name: "to-string", type }] },
    values: fc.oneof(
      fc.constant({ tag: "nothing" }),
      values.map((val) => ({ tag: "to-string", val })),
    ),
  }),
  ({ type, values }) => ({
    type: { kind: "option", type },
    values: fc.oneof(
      fc.constant(undefined),
      type.kind === "option" ? values.map((val) => ({ tag: "some", val })) : values,
    ),
  }),
  ({ type, values }) => ({
    type: { kind: "result", ok: type },
    values: fc.oneof(
      fc.constant({ tag: "err" }),
      values.map((val) => ({ tag: "ok", val })),
    ),
  }),
];

const typed: Arbitrary<Typed> = fc
  .tuple(fc.constantFrom(...leaves), fc.array(fc.constantFrom(...compounds), { maxLength: 4 }))
  .map(([leaf, around]) => around.reduce((inner, wrap) => wrap(inner), leaf));

test("a value of any type comes out of its text as it went in, but for the bits of a NaN", () => {
  const sample = typed.chain(({ type, values }) => values.map((value) => ({ type, value })));
  fc.assert(
    fc.property(sample, ({ type, value }) => {
      const ids = new ObjectIds({ keep: true });
      const text = JSON.stringify(encodeValue(type, value, ids, new Room(2 ** 20)));
      expect(decodeValue(type, JSON.parse(text), ids)).toEqual(value);
    }),
    { numRuns: 2_000 },
  );
});

test("a value of any type has room in as many bytes as its text has", () => {
  const sample = typed.chain(({ type, values }) => values.map((value) => ({ type, value })));
  fc.assert(
    fc.property(sample, ({ type, value }) => {
      const ids = new ObjectIds({ keep: true });
      const encoded = encodeValue(type, value, ids, new Room(2 ** 20));
      const bytes = Buffer.byteLength(JSON.stringify(encoded));
      expect(encodeValue(type, value, ids, new Room(bytes))).toEqual(encoded);
    }),
    { numRuns: 2_000 },
  );
});

test("a text takes as many bytes as it has in JSON", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1 }), (codes) => {
      const text = String.fromCharCode(...codes);
      const bytes = Buffer.byteLength(JSON.stringify(text)) - 2;
      new Room(bytes).takeText(text);
      expect(() => new Room(bytes - 1).takeText(text)).toThrow(NoRoom);
    }),
    { numRuns: 2_000 },
  );
});

test("many texts that are longer together than a text of the engine have no room in any record", () => {
  const texts = new Array<string>(100).fill("\0".repeat(1_000_000));
  const ids = new ObjectIds({ keep: true });
  const strings: ValueType = { kind: "list", element: { kind: "string" } };
  expect(() => encodeValue(strings, texts, ids, new Room(2 ** 30))).toThrow(NoRoom);
});

test("what is none of a type is neither written nor read", () => {
  const ids = new ObjectIds({ keep: true });
  const anything = fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true });
  const json = fc.jsonValue();
  fc.assert(
    fc.property(typed, anything, json, ({ type }, value, found) => {
      const room = new Room(2 ** 20);
      for (const work of [() => encodeValue(type, value, ids, room), () => decodeValue(type, found as never, ids)]) {
        try {
          work();
        } catch (error) {
          expect((error as Error).constructor.name).toBe("Misfit");
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
