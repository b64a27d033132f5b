import type { FunctionType } from "../types/function-type.ts";
import type { ValueType, VariantCase } from "../types/value-type.ts";
import { type TypeNames, TypePrinter } from "./type-printer.ts";

const longest = 240;

/**
 * A type as WIT writes it, for people: a type that has a name by that, one without in full. Ends in `…` where it
 * would be longer than some three lines.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md#types | WIT, types}.
 */
export function printType(type: ValueType, names: TypeNames = () => undefined): string {
  return new TypePrinter(names, longest).print(type);
}

/** The same with the outermost type in full, though it have a name: what follows the `=` of its definition. */
export function printStructure(type: ValueType, names: TypeNames): string {
  return new TypePrinter(names, longest).structure(type);
}

/** A case as it stands in a variant: `circle(u32)`. */
export function printCase(one: VariantCase, names: TypeNames): string {
  return new TypePrinter(names, longest).case(one);
}

/** `(text: string) -> u32`. */
export function printSignature(type: FunctionType, names: TypeNames): string {
  return new TypePrinter(names, longest).signature(type);
}
