import { flagsSize } from "../layout/flags-size.ts";
import { lowerBorrow, lowerOwn } from "../reference/lower-handle.ts";
import { recordFields } from "../types/record-fields.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { RecordType, TupleType, ValueType } from "../types/value-type.ts";
import { bool } from "../values/bool.ts";
import { charToI32 } from "../values/char.ts";
import { packFlags } from "../values/flags.ts";
import { float } from "../values/float.ts";
import { largeInteger, smallInteger } from "../values/integer.ts";
import { keys } from "../values/keys.ts";
import { isOfEveryObject, property } from "../values/property.ts";
import { fieldReader, fieldStep } from "../values/record.ts";
import { wrapped } from "./core-conversions.ts";
import { unsigned } from "./emit-lift.ts";
import { emitLowerVariant } from "./emit-lower-variant.ts";
import type { Emitter } from "./emitter.ts";
import { faults } from "./fault.ts";
import { isOutOfLine } from "./inline-cost.ts";
import type { Sink } from "./place.ts";
import { internalized } from "./record-constructor.ts";

/** Emits what lowers the value of this name. */
export function emitLower(e: Emitter, type: ValueType, value: string, to: Sink): void {
  if (!isOutOfLine(type)) {
    emitLowerParts(e, type, value, to);
    return;
  }
  e.mark();
  to.writeWhole(type, value);
}

/** The same part by part, whatever there is of them. */
export function emitLowerParts(e: Emitter, type: ValueType, value: string, to: Sink): void {
  const call = (callee: unknown, ...args: string[]): string => e.let(`${e.constant(callee)}(${args.join(",")})`);
  /** The quick test of the common case; whatever else there is, `slow` refuses. */
  const check = (misfits: string, slow: (value: unknown) => void): void => {
    e.line(`if(${misfits})${e.constant(slow)}(${value});`);
  };
  e.mark();
  switch (type.kind) {
    case "bool":
      check(`${value}!==true&&${value}!==false`, (given) => bool(faults, given));
      to.write("bool", value);
      break;
    case "u8":
    case "s8":
    case "u16":
    case "s16":
    case "u32":
    case "s32": {
      const { kind, view } = type;
      const number = (given: unknown): number => smallInteger(faults, kind, given, view);
      if (view !== undefined && view !== kind) {
        to.write(kind, call(number, value));
      } else {
        check(`typeof ${value}!=="number"||${wrapped(kind, value)}!==${value}`, number);
        to.write(kind, value);
      }
      break;
    }
    case "u64":
    case "s64": {
      const { kind, view } = type;
      if (view !== undefined && view !== kind) {
        to.write(
          kind,
          call((given: unknown): bigint => largeInteger(faults, kind, given, view), value),
        );
        break;
      }
      const wrap = e.constant(kind === "u64" ? BigInt.asUintN : BigInt.asIntN);
      check(`typeof ${value}!=="bigint"||${wrap}(64,${value})!==${value}`, (given) =>
        largeInteger(faults, kind, given),
      );
      to.write(kind, value);
      break;
    }
    case "f32":
    case "f64": {
      const { kind } = type;
      check(`typeof ${value}!=="number"`, (given) => float(faults, kind, given));
      to.write(kind, value);
      break;
    }
    case "char":
      to.write("u32", call(charToI32, e.constant(faults), value));
      break;
    case "string":
      to.writePair(call(e.codec.strings.store, value), `${e.memory}.length`);
      break;
    case "list":
      to.writePair(call(e.codec.of("storeList", type), value), `${e.memory}.length`);
      break;
    case "flags":
      to.write(unsigned[flagsSize(type.labels)], call(packFlags, e.constant(faults), e.constant(type), value));
      break;
    case "own":
      to.write("u32", call(lowerOwn, e.constant(e.codec), value, e.constant(type)));
      break;
    case "borrow":
      to.write("u32", call(lowerBorrow, e.constant(e.codec), value, e.constant(type)));
      break;
    case "record":
    case "tuple":
      check(isNoRecord(e, type, value), (given) => fieldReader(faults, type, given));
      emitFields(e, type, value, to);
      break;
    case "variant":
    case "enum":
    case "option":
    case "result":
      emitLowerVariant(e, type, value, to);
      break;
    case "unsupported":
      throw unsupportedType(type);
  }
}

function isNoRecord(e: Emitter, type: RecordType | TupleType, value: string): string {
  const isArray = `${e.constant(Array.isArray)}(${value})`;
  if (type.kind === "record") return `typeof ${value}!=="object"||${value}===null||${isArray}`;
  return `!${isArray}||${value}.length!==${type.types.length}`;
}

function emitFields(e: Emitter, type: RecordType | TupleType, value: string, to: Sink): void {
  const fields = recordFields(type);
  const names = type.kind === "record" ? internalized(keys(type)) : [];
  for (const [index, field] of fields.entries()) {
    e.within(fieldStep(type, field), () => {
      e.mark();
      const part = field.hidden ? "undefined" : readPart(e, value, names[index] ?? index);
      emitLower(e, field.type, e.let(part), to.field(fields, index));
    });
  }
}

/** The expression for an element by its index, or a property by its name. */
function readPart(e: Emitter, value: string, name: string | number): string {
  if (typeof name === "number") return `${value}[${name}]`;
  if (!isOfEveryObject(name)) return `${value}[${e.constant(name)}]`;
  return `${e.constant(property)}(${value},${e.constant(name)})`;
}
