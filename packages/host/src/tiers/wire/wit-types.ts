import type { FunctionType, ValueType } from "@polyplug/abi";

/** Types of WIT that the functions of a line have, written as briefly as WIT has them. */
export const string: ValueType = { kind: "string" };
export const u32: ValueType = { kind: "u32" };
export const bytes: ValueType = { kind: "list", element: { kind: "u8" } };

export function list(element: ValueType): ValueType {
  return { kind: "list", element };
}

export function option(type: ValueType): ValueType {
  return { kind: "option", type };
}

export function record(fields: Readonly<Record<string, ValueType>>): ValueType {
  return { kind: "record", fields: named(fields) };
}

export function func(params: Readonly<Record<string, ValueType>>, result?: ValueType): FunctionType {
  return { params: named(params), ...(result === undefined ? {} : { result }) };
}

function named(types: Readonly<Record<string, ValueType>>): { readonly name: string; readonly type: ValueType }[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}
