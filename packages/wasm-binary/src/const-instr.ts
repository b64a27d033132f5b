import type { HeapType } from "./value-type.ts";

/** Constant instructions that are their opcode and nothing more. */
export type PlainConstOp =
  | "i32.add"
  | "i32.sub"
  | "i32.mul"
  | "i64.add"
  | "i64.sub"
  | "i64.mul"
  | "ref.i31"
  | "any.convert_extern"
  | "extern.convert_any";

/**
 * One instruction of a constant expression.
 *
 * See {@link https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions |
 * validation, constant expressions}.
 */
export type ConstInstr =
  | { readonly op: "i32.const"; readonly value: number }
  | { readonly op: "i64.const"; readonly value: bigint }
  /** Floats as the bits that stand in the file, since a number cannot tell one NaN from another. */
  | { readonly op: "f32.const" | "f64.const" | "v128.const"; readonly bits: bigint }
  | { readonly op: "global.get"; readonly global: number }
  | { readonly op: "ref.null"; readonly heap: HeapType }
  | { readonly op: "ref.func"; readonly func: number }
  | {
      readonly op: "struct.new" | "struct.new_default" | "array.new" | "array.new_default";
      readonly typeIndex: number;
    }
  | { readonly op: "array.new_fixed"; readonly typeIndex: number; readonly length: number }
  | { readonly op: PlainConstOp };
