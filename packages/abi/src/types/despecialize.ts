import { recordFields } from "./record-fields.ts";
import type { EnumType, OptionType, ResultType, TupleType, ValueType } from "./value-type.ts";
import { variantCases } from "./variant-cases.ts";

/** A type that is not a special form of another one. */
export type GeneralType = Exclude<ValueType, TupleType | EnumType | OptionType | ResultType>;

/**
 * The same type in the fewest kinds: tuples as records with fields `0`, `1`, …; enums, options (`none`, `some`) and
 * results (`ok`, `err`) as variants. Both forms have the same layout. Only the outermost type is translated.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#despecialization | Canonical ABI, despecialization}.
 */
export function despecialize(type: ValueType): GeneralType {
  switch (type.kind) {
    case "tuple":
      return { kind: "record", fields: recordFields(type) };
    case "enum":
    case "option":
    case "result":
      return { kind: "variant", cases: variantCases(type) };
    default:
      return type;
  }
}
