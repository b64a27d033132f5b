import type { RecordField, RecordType, TupleType } from "../types/value-type.ts";
import { camelCase } from "./camel-case.ts";
import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";
import { keys, seen, seenKeys } from "./keys.ts";
import { isObject, property } from "./property.ts";

/** Gives the value of a field by its index: of an object with camelCase keys, or of an array for a tuple. */
export function fieldReader(faults: Faults, type: RecordType | TupleType, value: unknown): (index: number) => unknown {
  if (type.kind === "record") {
    if (!isObject(value)) throw faults.misfit(`expected a record as an object, got ${describe(value)}`);
    return (index) => (type.fields[index]?.hidden ? undefined : property(value, keys(type)[index] ?? ""));
  }
  const { length } = type.types;
  if (!Array.isArray(value)) throw faults.misfit(`expected a tuple as an array of ${length}, got ${describe(value)}`);
  if (value.length !== length) {
    throw faults.misfit(`expected a tuple as an array of ${length}, got an array of ${value.length}`);
  }
  return (index) => value[index];
}

/** The way back. */
export function recordOf(type: RecordType | TupleType, values: readonly unknown[]): unknown {
  if (type.kind === "tuple") return values;
  // Makes properties of its own of every name, where an assignment to __proto__ would not.
  const given = seen(type, values);
  return Object.fromEntries(seenKeys(type).map((key, index) => [key, given[index]]));
}

/** A field as a step of a path: `.width`, or `[0]` in a tuple. */
export function fieldStep({ kind }: RecordType | TupleType, { name }: RecordField): string {
  return kind === "tuple" ? `[${name}]` : `.${camelCase(name)}`;
}
