/** What follows an opcode in the bytes. */
export const immediate = {
  none: 0,
  /** An index or a constant: one LEB128. */
  leb: 1,
  twoLebs: 2,
  /** Alignment, the memory unless it is the first, and the offset. */
  memarg: 3,
  memargAndLane: 4,
  blockType: 5,
  tryTable: 6,
  labels: 7,
  types: 8,
  byte: 9,
  fourBytes: 10,
  eightBytes: 11,
  sixteenBytes: 12,
  /** Flags, a label, and two heap types. */
  castBranch: 13,
  /** The opcode goes on in a LEB128. */
  prefix: 14,
  label: 15,
  unknown: 255,
} as const;

/** An opcode or a range of them, first and last, and what follows each. */
type Row = readonly [first: number, last: number, kind: number];

const {
  none,
  leb,
  twoLebs,
  memarg,
  memargAndLane,
  blockType,
  tryTable,
  label,
  labels,
  types,
  byte,
  castBranch,
  prefix,
} = immediate;

const plain: readonly Row[] = [
  [0x00, 0x01, none],
  // block, loop, if
  [0x02, 0x04, blockType],
  [0x05, 0x05, none],
  // try, catch, throw, rethrow, throw_ref, end
  [0x06, 0x06, blockType],
  [0x07, 0x08, leb],
  [0x09, 0x09, label],
  [0x0a, 0x0b, none],
  // br, br_if, br_table, return
  [0x0c, 0x0d, label],
  [0x0e, 0x0e, labels],
  [0x0f, 0x0f, none],
  // calls and tail calls: direct, indirect, by reference
  [0x10, 0x10, leb],
  [0x11, 0x11, twoLebs],
  [0x12, 0x12, leb],
  [0x13, 0x13, twoLebs],
  [0x14, 0x15, leb],
  // delegate, catch_all
  [0x18, 0x18, label],
  [0x19, 0x1b, none],
  [0x1c, 0x1c, types],
  [0x1f, 0x1f, tryTable],
  // variables and tables
  [0x20, 0x26, leb],
  [0x28, 0x3e, memarg],
  [0x3f, 0x42, leb],
  [0x43, 0x43, immediate.fourBytes],
  [0x44, 0x44, immediate.eightBytes],
  [0x45, 0xc4, none],
  // references
  [0xd0, 0xd0, leb],
  [0xd1, 0xd1, none],
  [0xd2, 0xd2, leb],
  [0xd3, 0xd4, none],
  [0xd5, 0xd6, label],
  [0xfb, 0xfe, prefix],
];

const garbageCollection: readonly Row[] = [
  [0, 1, leb],
  [2, 5, twoLebs],
  [6, 7, leb],
  [8, 10, twoLebs],
  [11, 14, leb],
  [15, 15, none],
  [16, 16, leb],
  [17, 19, twoLebs],
  [20, 23, leb],
  [24, 25, castBranch],
  [26, 30, none],
];

const miscellaneous: readonly Row[] = [
  [0, 7, none],
  [8, 8, twoLebs],
  [9, 9, leb],
  [10, 10, twoLebs],
  [11, 11, leb],
  [12, 12, twoLebs],
  [13, 13, leb],
  [14, 14, twoLebs],
  [15, 17, leb],
  // 128-bit arithmetic
  [19, 22, none],
];

const vector: readonly Row[] = [
  [0, 11, memarg],
  [12, 13, immediate.sixteenBytes],
  [14, 20, none],
  [21, 34, byte],
  [35, 83, none],
  [84, 91, memargAndLane],
  [92, 93, memarg],
  // The index of instructions has gaps from here on.
  [94, 0x99, none],
  [0x9b, 0xa1, none],
  [0xa3, 0xa4, none],
  [0xa7, 0xae, none],
  [0xb1, 0xb1, none],
  [0xb5, 0xba, none],
  [0xbc, 0xc1, none],
  [0xc3, 0xc4, none],
  [0xc7, 0xce, none],
  [0xd1, 0xd1, none],
  [0xd5, 0xe1, none],
  [0xe3, 0xed, none],
  [0xef, 0x113, none],
];

const atomic: readonly Row[] = [
  [0, 2, memarg],
  [3, 3, byte],
  [0x10, 0x4e, memarg],
];

function table(rows: readonly Row[]): Uint8Array {
  const kinds = new Uint8Array(0x114).fill(immediate.unknown);
  for (const [first, last, kind] of rows) kinds.fill(kind, first, last + 1);
  return kinds;
}

/** The kinds of the opcodes that are one byte. */
export const plainImmediates: Uint8Array = table(plain);

/** The kinds of the opcodes behind each prefix, from 0xfb on. */
export const prefixedImmediates: readonly Uint8Array[] = [garbageCollection, miscellaneous, vector, atomic].map(table);
