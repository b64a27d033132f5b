import {
  ByteWriter,
  type InstructionReader,
  type MemoryType,
  type Module,
  type TableType,
  type ValType,
} from "@polyplug/wasm-binary";
import { namesMemory, opcode } from "../body/opcode.ts";

/** An instruction that does as much work as one of its operands says, the last: bytes of memory or entries of a table. */
export interface BulkOperation {
  /** The whole instruction as it is written. */
  readonly bytes: Uint8Array;
  /** The types of its three operands: where to, from where or what, how many. */
  readonly operands: readonly [ValType, ValType, ValType];
  /** What it does with the second operand: it is a place that moves with the first, or a value that stays. */
  readonly source: "place" | "value";
  /** What reads the byte or the entry at a place, where both are in one memory or table, so that they may overlap. */
  readonly read: Uint8Array | undefined;
  /** How many bytes or entries are done between two checks. */
  readonly piece: number;
}

/** About 0.1 ms of work. */
const bytesAtOnce = 1_048_576;
/** Storing a reference takes longer than storing a byte. */
const entriesAtOnce = 16_384;

/** The bulk operation that the reader is at; `undefined` for any other instruction. */
export function bulkOperation(module: Module, reader: InstructionReader): BulkOperation | undefined {
  const { memories, tables } = module.indexSpaces;
  const memory = (index: number | undefined): MemoryType => at(memories, index);
  const table = (index: number | undefined): TableType => at(tables, index);
  const bytes = module.bytes.subarray(reader.start, reader.offset);
  const common = { bytes, source: "place", read: undefined } as const;
  switch (reader.opcode) {
    case opcode.memoryFill: {
      const { index } = memory(reader.numbers(1)[0]);
      return { ...common, operands: [index, "i32", index], source: "value", piece: bytesAtOnce };
    }
    case opcode.memoryCopy: {
      const [to, from] = reader.numbers(2);
      const [target, source] = [memory(to).index, memory(from).index];
      const operands = [target, source, narrower(target, source)] as const;
      return { ...common, operands, read: to === from ? memoryRead(to) : undefined, piece: bytesAtOnce };
    }
    case opcode.memoryInit: {
      const { index } = memory(reader.numbers(2)[1]);
      return { ...common, operands: [index, "i32", "i32"], piece: bytesAtOnce };
    }
    case opcode.tableFill: {
      const { index, element } = table(reader.numbers(1)[0]);
      return { ...common, operands: [index, element, index], source: "value", piece: entriesAtOnce };
    }
    case opcode.tableCopy: {
      const [to, from] = reader.numbers(2);
      const [target, source] = [table(to).index, table(from).index];
      const operands = [target, source, narrower(target, source)] as const;
      return { ...common, operands, read: to === from ? tableRead(to) : undefined, piece: entriesAtOnce };
    }
    case opcode.tableInit: {
      const { index } = table(reader.numbers(2)[1]);
      return { ...common, operands: [index, "i32", "i32"], piece: entriesAtOnce };
    }
    default:
      return undefined;
  }
}

function memoryRead(memory = 0): Uint8Array {
  const load = new ByteWriter().byte(opcode.i32Load8Unsigned);
  // An engine that knows of one memory alone does not know how to name it.
  if (memory === 0) return load.raw([0, 0]).toBytes();
  return load.byte(namesMemory).u32(memory).u32(0).toBytes();
}

function tableRead(table = 0): Uint8Array {
  return new ByteWriter().byte(opcode.tableGet).u32(table).toBytes();
}

function narrower(left: "i32" | "i64", right: "i32" | "i64"): "i32" | "i64" {
  return left === "i64" && right === "i64" ? "i64" : "i32";
}

/** The engine has found the module valid, so that every index is one of something. */
function at<T>(items: readonly T[], index = -1): T {
  const item = items[index];
  if (item === undefined) throw new TypeError(`there is no ${index} among ${items.length}`);
  return item;
}
