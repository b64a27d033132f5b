import { flagsSize } from "../layout/flags-size.ts";
import { liftBorrow, liftOwn } from "../reference/lift-handle.ts";
import { recordFields } from "../types/record-fields.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { RecordType, TupleType, ValueType } from "../types/value-type.ts";
import { type AnyVariantType, variantCases } from "../types/variant-cases.ts";
import { convertI32ToChar } from "../values/char.ts";
import { unpackFlags } from "../values/flags.ts";
import { isLarge } from "../values/integer.ts";
import { seen, seenKeys } from "../values/keys.ts";
import { fieldStep } from "../values/record.ts";
import { badDiscriminant, caseStep, isNested } from "../values/variant.ts";
import type { Emitter } from "./emitter.ts";
import { faults } from "./fault.ts";
import { isOutOfLine } from "./inline-cost.ts";
import type { PieceKind, Source } from "./place.ts";
import { internalized, recordConstructor, wantsConstructor } from "./record-constructor.ts";

/** Integers of so many bytes. */
export const unsigned: Readonly<Record<1 | 2 | 4, PieceKind>> = { 1: "u8", 2: "u16", 4: "u32" };

/** Emits what lifts a value and gives the expression for it, which is to be used once. */
export function emitLift(e: Emitter, type: ValueType, from: Source): string {
  if (!isOutOfLine(type)) return emitLiftParts(e, type, from);
  e.mark();
  return e.let(from.readWhole(type));
}

/** The same part by part, whatever there is of them. */
export function emitLiftParts(e: Emitter, type: ValueType, from: Source): string {
  // What can fail, or what looks at memory that may have changed when it is used, is worked out in its turn.
  const call = (callee: unknown, ...args: string[]): string => {
    e.mark();
    return e.let(`${e.constant(callee)}(${args.join(",")})`);
  };
  switch (type.kind) {
    case "bool":
    case "u64":
    case "s64":
      return from.read(type.kind);
    case "u8":
    case "s8":
    case "u16":
    case "s16":
    case "u32":
    case "s32":
      return isLarge(type.view ?? type.kind) ? `BigInt(${from.read(type.kind)})` : from.read(type.kind);
    case "f32":
    case "f64": {
      const number = e.let(from.read(type.kind));
      return `(${number}===${number}?${number}:NaN)`;
    }
    case "char":
      return call(convertI32ToChar, e.constant(faults), from.read("u32"));
    case "string":
      return call(e.codec.strings.load, ...from.readPair());
    case "list":
      return call(e.codec.of("loadList", type), ...from.readPair());
    case "flags":
      return call(unpackFlags, e.constant(type), from.read(unsigned[flagsSize(type.labels)]));
    case "own":
      return call(liftOwn, e.constant(e.codec), from.read("u32"), e.constant(type));
    case "borrow":
      return call(liftBorrow, e.constant(e.codec), from.read("u32"), e.constant(type));
    case "record":
    case "tuple":
      return emitRecord(e, type, from);
    case "variant":
    case "enum":
    case "option":
    case "result":
      return emitVariant(e, type, from);
    case "unsupported":
      throw unsupportedType(type);
  }
}

function emitRecord(e: Emitter, type: RecordType | TupleType, from: Source): string {
  const fields = recordFields(type);
  const values = fields.map((field, index) =>
    e.within(fieldStep(type, field), () => emitLift(e, field.type, from.field(fields, index))),
  );
  if (type.kind === "tuple") return `[${values.join(",")}]`;
  const given = seen(type, values);
  if (wantsConstructor(type)) return `new ${e.constant(recordConstructor(type))}(${given.join(",")})`;
  // Computed names make properties of their own of every name, of __proto__ too.
  const names = internalized(seenKeys(type)).map((key) => e.constant(key));
  return `{${names.map((name, index) => `[${name}]:${given[index]}`).join(",")}}`;
}

function emitVariant(e: Emitter, type: AnyVariantType, from: Source): string {
  const cases = variantCases(type);
  const { discriminant, discriminantKind, payload } = from.variant(cases);
  e.mark();
  const index = e.let(discriminant.read(discriminantKind));
  const refuse = e.constant(refuseDiscriminant);
  e.line(`if(${index}>=${cases.length})${refuse}(${index},${cases.length});`);
  if (type.kind === "enum") return `${e.constant(type.labels)}[${index}]`;
  return emitSwitch(e, index, cases.length, (at) => {
    const { name, type: carried } = cases[at] ?? { name: "" };
    const value = carried && e.within(caseStep(type), () => emitLift(e, carried, payload(carried)));
    if (type.kind === "option" && !isNested(type)) return value ?? "undefined";
    const tag = `tag:${e.constant(name)}`;
    return value === undefined ? `{${tag}}` : `{${tag},val:${value}}`;
  });
}

/** Emits a choice by a number below `count`, and gives the name of what the chosen case evaluates to. */
function emitSwitch(e: Emitter, index: string, count: number, work: (at: number) => string): string {
  const result = e.variable();
  e.line(`let ${result};switch(${index}){`);
  for (let at = 0; at < count; at++) {
    e.line(`case ${at}:{`);
    e.line(`${result}=${work(at)};break;}`);
  }
  e.line("}");
  return result;
}

function refuseDiscriminant(index: number, count: number): never {
  throw badDiscriminant(faults, index, count);
}
