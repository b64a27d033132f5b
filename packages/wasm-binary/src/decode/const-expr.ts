import type { ByteReader } from "../byte-reader.ts";
import type { ConstInstr, PlainConstOp } from "../const-instr.ts";
import { limits } from "../limits.ts";
import type { ByteRange } from "../module.ts";
import { decodeIndex, decodeTypeIndex } from "./indices.ts";
import type { Scope } from "./scope.ts";
import { decodeHeapType } from "./value-type.ts";

const endCode = 0x0b;
const i32ConstCode = 0x41;

/**
 * Where a constant expression lies, its `end` included. Its instructions and indices are checked, its types are not.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/instructions.html#expressions |
 * binary format, expressions}.
 */
export function skipConstExpr(reader: ByteReader, scope: Scope): ByteRange {
  const start = reader.offset;
  for (let code = reader.peek(); code !== endCode; code = reader.peek()) {
    // Nearly every expression of a large module is this one instruction, which is not worth an object to throw away.
    if (code === i32ConstCode) {
      reader.offset++;
      reader.s32("constant");
    } else {
      decodeConstInstr(reader, scope);
    }
  }
  reader.offset++;
  return { start, end: reader.offset };
}

const plainOps: ReadonlyMap<number, PlainConstOp> = new Map<number, PlainConstOp>([
  [0x6a, "i32.add"],
  [0x6b, "i32.sub"],
  [0x6c, "i32.mul"],
  [0x7c, "i64.add"],
  [0x7d, "i64.sub"],
  [0x7e, "i64.mul"],
]);

/**
 * See {@link https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions |
 * validation, constant expressions}.
 */
export function decodeConstInstr(reader: ByteReader, scope: Scope): ConstInstr {
  const start = reader.offset;
  const code = reader.byte("end of the constant expression");
  switch (code) {
    case 0x23:
      return { op: "global.get", global: decodeIndex(reader, scope.indexSpaces.globals.length, "global", "globals") };
    case i32ConstCode:
      return { op: "i32.const", value: reader.s32("constant") };
    case 0x42:
      return { op: "i64.const", value: reader.s64("constant") };
    case 0x43:
      return { op: "f32.const", bits: reader.fixed(4, "constant") };
    case 0x44:
      return { op: "f64.const", bits: reader.fixed(8, "constant") };
    case 0xd0:
      return { op: "ref.null", heap: decodeHeapType(reader, scope) };
    case 0xd2:
      return { op: "ref.func", func: decodeIndex(reader, scope.indexSpaces.functions.length, "function", "functions") };
    case 0xfb:
      return decodeGcInstr(reader, scope);
    case 0xfd:
      return decodeVectorInstr(reader);
    default: {
      const op = plainOps.get(code);
      if (op === undefined) throw reader.unknown("constant instruction", code, start);
      return { op };
    }
  }
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/instructions.html#aggregate-instructions |
 * binary format, aggregate instructions}.
 */
function decodeGcInstr(reader: ByteReader, scope: Scope): ConstInstr {
  const start = reader.offset;
  const code = reader.u32("opcode");
  switch (code) {
    case 0:
      return { op: "struct.new", typeIndex: decodeTypeIndex(reader, scope) };
    case 1:
      return { op: "struct.new_default", typeIndex: decodeTypeIndex(reader, scope) };
    case 6:
      return { op: "array.new", typeIndex: decodeTypeIndex(reader, scope) };
    case 7:
      return { op: "array.new_default", typeIndex: decodeTypeIndex(reader, scope) };
    case 8: {
      const typeIndex = decodeTypeIndex(reader, scope);
      const length = reader.u32("array length");
      if (length > limits.arrayNewFixed) {
        throw reader.unsupported(`array has ${length} elements, the limit is ${limits.arrayNewFixed}`, start);
      }
      return { op: "array.new_fixed", typeIndex, length };
    }
    case 26:
      return { op: "any.convert_extern" };
    case 27:
      return { op: "extern.convert_any" };
    case 28:
      return { op: "ref.i31" };
    default:
      throw reader.unknown("constant instruction 0xfb", code, start);
  }
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/instructions.html#vector-instructions |
 * binary format, vector instructions}.
 */
function decodeVectorInstr(reader: ByteReader): ConstInstr {
  const start = reader.offset;
  const code = reader.u32("opcode");
  if (code !== 12) throw reader.unknown("constant instruction 0xfd", code, start);
  return { op: "v128.const", bits: reader.fixed(16, "constant") };
}
