import { readFileSync } from "node:fs";
import { compiledAbi, type StringEncoding, type ValueType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";

/** What `record.py` wrote down. Integers of 64 bits and floats are texts, a case is an object of its label. */
interface Row {
  readonly type: ValueType;
  readonly value: unknown;
  readonly encoding: StringEncoding;
  readonly core: readonly string[];
  readonly flat: readonly string[];
  readonly bytes: string;
}

const rows: readonly Row[] = JSON.parse(
  readFileSync(new URL("specification/rows.recorded.json", import.meta.url), "utf8"),
);

/** A value as JavaScript has it. */
function ours(type: ValueType, value: unknown): unknown {
  switch (type.kind) {
    case "u64":
    case "s64":
      return BigInt(String(value));
    case "f32":
    case "f64":
      return float(String(value));
    case "list":
      return array(value).map((part) => ours(type.element, part));
    case "tuple":
      return type.types.map((part, index) => ours(part, array(value)[index]));
    case "record":
      return Object.fromEntries(type.fields.map((field) => [field.name, ours(field.type, part(value, field.name))]));
    case "variant":
    case "option":
    case "result":
      return chosen(type, value);
    default:
      return value;
  }
}

function chosen(type: Extract<ValueType, { kind: "variant" | "option" | "result" }>, value: unknown): unknown {
  const [label = ""] = Object.keys(value as object);
  const carried = part(value, label);
  if (type.kind === "option") {
    if (label === "none") return undefined;
    const some = ours(type.type, carried);
    return type.type.kind === "option" ? { tag: "some", val: some } : some;
  }
  const tag = label === "error" ? "err" : label;
  const carriedType =
    type.kind === "variant" ? type.cases.find(({ name }) => name === label)?.type : type[tag === "ok" ? "ok" : "err"];
  return carriedType === undefined ? { tag } : { tag, val: ours(carriedType, carried) };
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function part(value: unknown, key: string): unknown {
  return Reflect.get(value as object, key);
}

function float(text: string): number {
  const special = { nan: Number.NaN, inf: Number.POSITIVE_INFINITY, "-inf": Number.NEGATIVE_INFINITY };
  return text in special ? special[text as keyof typeof special] : Number(text);
}

/** The compiled code allocates for UTF-8 beyond ASCII in another way, which the specification leaves open. */
function allocatesOtherwise({ encoding, value }: Row): boolean {
  return encoding === "utf8" && /[^\0-\x7f]/.test(JSON.stringify(value));
}

test("there are rows for every kind of type", () => {
  const kinds = new Set(rows.map(({ type }) => type.kind));
  expect([...kinds].sort()).toEqual(
    "bool char enum f32 f64 flags list option record result s16 s32 s64 s8 string tuple u16 u32 u64 u8 variant".split(
      " ",
    ),
  );
});

describe.each(implementations)("$name lowers as the specification's own code does", (abi) => {
  test.each(rows.filter((row) => abi !== compiledAbi || !allocatesOtherwise(row)))(
    "$type.kind $value in $encoding",
    (row) => {
      const { type, encoding } = row;
      const value = ours(type, row.value);
      const wanted = row.flat.map((text, index) => {
        const core = row.core[index];
        return core === "i64" ? BigInt(text) : core === "i32" ? Number(text) : float(text);
      });
      expect(new Speaker(abi, { encoding }).lowered(taking(type), value)).toEqual(wanted);
      const guest = new Guest();
      new Speaker(abi, { encoding }, guest).lowered(taking({ kind: "list", element: type }), [value]);
      expect(Buffer.from(guest.bytes(16, row.bytes.length / 2)).toString("hex")).toBe(row.bytes);
    },
  );
});
