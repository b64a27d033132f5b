import type { CallContext } from "../reference/call-context.ts";
import type { RecordField, RecordType, TupleType } from "../types/value-type.ts";
import { camelCase } from "./camel-case.ts";
import { describe } from "./describe.ts";
import { isObject, ownProperty } from "./own-property.ts";

/** The values of the fields, in their order: of an object with camelCase keys, or of an array for a tuple. */
export function fieldValues(cx: CallContext, type: RecordType | TupleType, value: unknown): readonly unknown[] {
  if (type.kind === "record") {
    if (!isObject(value)) throw cx.misfit(`expected a record as an object, got ${describe(value)}`);
    return type.fields.map(({ name }) => ownProperty(value, camelCase(name)));
  }
  const { length } = type.types;
  if (!Array.isArray(value)) throw cx.misfit(`expected a tuple as an array of ${length}, got ${describe(value)}`);
  if (value.length !== length) {
    throw cx.misfit(`expected a tuple as an array of ${length}, got an array of ${value.length}`);
  }
  return value;
}

/** The way back. */
export function recordOf(type: RecordType | TupleType, values: readonly unknown[]): unknown {
  if (type.kind === "tuple") return values;
  // Makes properties of its own of every name, where an assignment to __proto__ would not.
  return Object.fromEntries(type.fields.map(({ name }, index) => [camelCase(name), values[index]]));
}

/** A field as a step of a path: `.width`, or `[0]` in a tuple. */
export function fieldStep({ kind }: RecordType | TupleType, { name }: RecordField): string {
  return kind === "tuple" ? `[${name}]` : `.${camelCase(name)}`;
}
