import type { IntegerKind, RecordField, ValueType, VariantCase } from "@polyplug/abi";
import fc from "fast-check";
import { arrayOf } from "./converted.ts";

/** Two types of which the first may be given where the second is received, and values of the first. */
export interface Evolution {
  readonly giver: ValueType;
  readonly receiver: ValueType;
  readonly values: fc.Arbitrary<unknown>;
}

/** How a named part may come to be: both have it, or one alone. */
type Part = { readonly in: "both" | "giver" | "receiver"; readonly evolution: Evolution };

const names = ["a", "b-c", "d", "e", "f-g-h", "i"];
const keys = ["a", "bC", "d", "e", "fGH", "i"];

const kinds: readonly IntegerKind[] = ["s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64"];

/** Which kinds take every value of another: written out, as a person would say it. */
const wider: Readonly<Record<IntegerKind, readonly IntegerKind[]>> = {
  s8: ["s8", "s16", "s32", "s64"],
  u8: ["u8", "u16", "u32", "u64", "s16", "s32", "s64"],
  s16: ["s16", "s32", "s64"],
  u16: ["u16", "u32", "u64", "s32", "s64"],
  s32: ["s32", "s64"],
  u32: ["u32", "u64", "s64"],
  s64: ["s64"],
  u64: ["u64"],
};

const isLarge = (kind: string): boolean => kind.endsWith("64") && !kind.startsWith("f");

function integers(kind: IntegerKind): fc.Arbitrary<unknown> {
  const bits = BigInt(kind.slice(1));
  const [min, max] = kind.startsWith("s") ? [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n] : [0n, 2n ** bits - 1n];
  const values = fc.oneof(fc.bigInt({ min, max }), fc.constantFrom(min, max));
  return isLarge(kind) ? values : values.map(Number);
}

const integer: fc.Arbitrary<Evolution> = fc
  .constantFrom(...kinds)
  .chain((giver) =>
    fc
      .constantFrom(...wider[giver])
      .map((receiver) => ({ giver: { kind: giver }, receiver: { kind: receiver }, values: integers(giver) })),
  );

const same = (type: ValueType, values: fc.Arbitrary<unknown>): Evolution => ({ giver: type, receiver: type, values });

const primitive: fc.Arbitrary<Evolution> = fc.constantFrom(
  same({ kind: "bool" }, fc.boolean()),
  same({ kind: "string" }, fc.string({ unit: "grapheme", maxLength: 6 })),
  same({ kind: "char" }, fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 })),
  same({ kind: "f64" }, fc.double()),
);

function listOf({ giver, receiver, values }: Evolution): Evolution {
  const all = fc.array(values, { maxLength: 4 });
  return {
    giver: { kind: "list", element: giver },
    receiver: { kind: "list", element: receiver },
    values: all.map((list) => arrayOf(giver, list)),
  };
}

function optionOf({ giver, receiver, values }: Evolution): Evolution {
  const some = giver.kind === "option" ? values.map((val) => ({ tag: "some", val })) : values;
  const none = giver.kind === "option" ? { tag: "none" } : undefined;
  return {
    giver: { kind: "option", type: giver },
    receiver: { kind: "option", type: receiver },
    values: fc.oneof(fc.constant(none), some),
  };
}

function tupleOf(parts: readonly Evolution[]): Evolution {
  return {
    giver: { kind: "tuple", types: parts.map(({ giver }) => giver) },
    receiver: { kind: "tuple", types: parts.map(({ receiver }) => receiver) },
    values: fc.tuple(...parts.map(({ values }) => values)),
  };
}

function resultOf(ok: Evolution | undefined, err: Evolution | undefined): Evolution {
  return {
    giver: { kind: "result", ok: ok?.giver, err: err?.giver },
    receiver: { kind: "result", ok: ok?.receiver, err: err?.receiver },
    values: fc.oneof(tagged("ok", ok), tagged("err", err)),
  };
}

function tagged(tag: string, evolution: Evolution | undefined): fc.Arbitrary<unknown> {
  return evolution === undefined ? fc.constant({ tag }) : evolution.values.map((val) => ({ tag, val }));
}

/** What only the receiver has is an option; the first field both have. */
function recordOf(parts: readonly Part[], isReversed: boolean): Evolution {
  const giver: RecordField[] = [];
  const receiver: RecordField[] = [];
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [index, part] of parts.entries()) {
    const [name = "", key = ""] = [names[index], keys[index]];
    const { evolution } = part;
    const where = index === 0 ? "both" : part.in;
    if (where === "receiver") {
      const { receiver: type } = evolution;
      receiver.push({
        name,
        type: type.kind === "option" ? { kind: "option", type: { kind: "u8" } } : { kind: "option", type },
      });
      continue;
    }
    giver.push({ name, type: evolution.giver });
    values[key] = evolution.values;
    if (where === "both") receiver.push({ name, type: evolution.receiver });
  }
  return {
    giver: { kind: "record", fields: giver },
    receiver: { kind: "record", fields: isReversed ? receiver.reverse() : receiver },
    values: fc.record(values),
  };
}

function variantOf(parts: readonly (Part | undefined)[], isReversed: boolean): Evolution {
  const giver: VariantCase[] = [];
  const receiver: VariantCase[] = [];
  const values: fc.Arbitrary<unknown>[] = [];
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? "";
    receiver.push({ name, type: part?.evolution.receiver });
    if (index > 0 && part?.in === "receiver") continue;
    giver.push({ name, type: part?.evolution.giver });
    values.push(tagged(name, part?.evolution));
  }
  return {
    giver: { kind: "variant", cases: giver },
    receiver: { kind: "variant", cases: isReversed ? receiver.reverse() : receiver },
    values: fc.oneof(...values),
  };
}

/** As many labels as change the size of what lies in memory. */
const labels = fc.shuffledSubarray(
  Array.from({ length: 30 }, (_, index) => `label-${index}`),
  { minLength: 1 },
);

const enumeration: fc.Arbitrary<Evolution> = labels.chain((receiver) =>
  fc.shuffledSubarray(receiver, { minLength: 1 }).map((giver) => ({
    giver: { kind: "enum", labels: giver },
    receiver: { kind: "enum", labels: receiver },
    values: fc.constantFrom(...giver),
  })),
);

const flags: fc.Arbitrary<Evolution> = labels.chain((receiver) =>
  fc.shuffledSubarray(receiver, { minLength: 1 }).map((giver) => ({
    giver: { kind: "flags", labels: giver },
    receiver: { kind: "flags", labels: receiver },
    values: fc.record(Object.fromEntries(giver.map((label) => [label.replace("-", ""), fc.boolean()]))),
  })),
);

const tied = fc.letrec<{ evolution: Evolution; part: Part }>((tie) => ({
  evolution: fc.oneof(
    { maxDepth: 3, depthIdentifier: "evolution" },
    integer,
    primitive,
    enumeration,
    flags,
    tie("evolution").map(listOf),
    tie("evolution").map(optionOf),
    fc.array(tie("evolution"), { minLength: 1, maxLength: 3 }).map(tupleOf),
    fc
      .tuple(fc.option(tie("evolution"), { nil: undefined }), fc.option(tie("evolution"), { nil: undefined }))
      .map(([ok, err]) => resultOf(ok, err)),
    fc
      .tuple(fc.array(tie("part"), { minLength: 1, maxLength: 6 }), fc.boolean())
      .map(([parts, isReversed]) => recordOf(parts, isReversed)),
    fc
      .tuple(fc.array(fc.option(tie("part"), { nil: undefined }), { minLength: 1, maxLength: 6 }), fc.boolean())
      .map(([parts, isReversed]) => variantOf(parts, isReversed)),
  ),
  part: fc.record({ in: fc.constantFrom("both", "giver", "receiver"), evolution: tie("evolution") }),
}));

/** Random evolutions of random types. */
export const evolution: fc.Arbitrary<Evolution> = tied.evolution;
