import { ByteWriter } from "../byte-writer.ts";
import type { ConstInstr } from "../const-instr.ts";
import { codeOf } from "./code-of.ts";
import { encodeHeapType } from "./value-type.ts";

const gcCodes = {
  "struct.new": 0,
  "struct.new_default": 1,
  "array.new": 6,
  "array.new_default": 7,
  "array.new_fixed": 8,
  "any.convert_extern": 26,
  "extern.convert_any": 27,
  "ref.i31": 28,
} as const;

const arithmeticCodes = {
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.mul": 0x6c,
  "i64.add": 0x7c,
  "i64.sub": 0x7d,
  "i64.mul": 0x7e,
} as const;

/**
 * A constant expression with the `end` that closes it.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/instructions.html#expressions |
 * binary format, expressions}.
 */
export function encodeConstExpr(instrs: readonly ConstInstr[]): Uint8Array {
  const writer = new ByteWriter();
  for (const instr of instrs) encodeConstInstr(writer, instr);
  return writer.byte(0x0b).toBytes();
}

function encodeConstInstr(writer: ByteWriter, instr: ConstInstr): void {
  switch (instr.op) {
    case "global.get":
      writer.byte(0x23).u32(instr.global);
      return;
    case "i32.const":
      writer.byte(0x41).s32(instr.value);
      return;
    case "i64.const":
      writer.byte(0x42).s64(instr.value);
      return;
    case "f32.const":
      writer.byte(0x43).fixed(instr.bits, 4);
      return;
    case "f64.const":
      writer.byte(0x44).fixed(instr.bits, 8);
      return;
    case "v128.const":
      writer.byte(0xfd).u32(12).fixed(instr.bits, 16);
      return;
    case "ref.null":
      encodeHeapType(writer.byte(0xd0), instr.heap);
      return;
    case "ref.func":
      writer.byte(0xd2).u32(instr.func);
      return;
    case "struct.new":
    case "struct.new_default":
    case "array.new":
    case "array.new_default":
      writer.byte(0xfb).u32(gcCodes[instr.op]).u32(instr.typeIndex);
      return;
    case "array.new_fixed":
      writer.byte(0xfb).u32(gcCodes[instr.op]).u32(instr.typeIndex).u32(instr.length);
      return;
    case "any.convert_extern":
    case "extern.convert_any":
    case "ref.i31":
      writer.byte(0xfb).u32(gcCodes[instr.op]);
      return;
    default:
      writer.byte(codeOf(arithmeticCodes, instr.op, "constant instruction"));
  }
}
