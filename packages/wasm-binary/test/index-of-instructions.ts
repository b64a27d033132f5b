/**
 * The index of instructions of the specification, with those of threads, of wide arithmetic and of the exceptions that
 * came before, written down apart from the table under test: which opcodes there are, and what may follow each.
 */
export interface IndexRow {
  readonly what: string;
  /** The byte before the opcode, for those that have one. */
  readonly prefix?: 0xfb | 0xfc | 0xfd | 0xfe;
  /** Opcodes, or the first and the last of a range. */
  readonly opcodes: readonly (number | readonly [number, number])[];
  /** Each a form that what follows may take; an empty one is that nothing does. */
  readonly immediates: readonly (readonly number[])[];
}

/** Of an instruction that is its opcode alone. */
export const nothing: readonly (readonly number[])[] = [[]];
const index = [[0], [0x7f], [0xff, 0xff, 0xff, 0xff, 0x0f]];
const twoIndices = [
  [0, 0],
  [0x80, 0x01, 3],
  [5, 0xff, 0xff, 0x03],
];
const blockTypes = [[0x40], [0x7e], [0x70], [0x63, 0x70], [0x64, 0x85, 0x01], [0x00], [0xc0, 0x00]];
const heapTypes = [[0x70], [0x6e], [0x69], [0x07], [0x80, 0x80, 0x04]];
/** Alignment and offset; with the bit for it a memory between them; an offset of 64 bits. */
const memargs = [
  [0, 0],
  [3, 0x80, 0x80, 0x04],
  [0x42, 1, 8],
  [0x43, 0x80, 0x01, 0x10],
  [2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
];

export const indexOfInstructions: readonly IndexRow[] = [
  { what: "unreachable, nop", opcodes: [0x00, 0x01], immediates: nothing },
  { what: "block, loop, if", opcodes: [[0x02, 0x04]], immediates: blockTypes },
  { what: "else", opcodes: [0x05], immediates: nothing },
  { what: "try", opcodes: [0x06], immediates: blockTypes },
  { what: "catch, throw, rethrow", opcodes: [0x07, 0x08, 0x09], immediates: index },
  { what: "throw_ref, end", opcodes: [0x0a, 0x0b], immediates: nothing },
  { what: "br, br_if", opcodes: [0x0c, 0x0d], immediates: index },
  {
    what: "br_table",
    opcodes: [0x0e],
    immediates: [
      [0, 0],
      [2, 1, 0, 2],
      [1, 0x80, 0x01, 0xff, 0x01],
    ],
  },
  { what: "return", opcodes: [0x0f], immediates: nothing },
  { what: "call, return_call", opcodes: [0x10, 0x12], immediates: index },
  { what: "call_indirect, return_call_indirect", opcodes: [0x11, 0x13], immediates: twoIndices },
  { what: "call_ref, return_call_ref", opcodes: [0x14, 0x15], immediates: index },
  { what: "delegate", opcodes: [0x18], immediates: index },
  { what: "catch_all, drop, select", opcodes: [0x19, 0x1a, 0x1b], immediates: nothing },
  { what: "select with types", opcodes: [0x1c], immediates: [[0], [1, 0x7f], [1, 0x63, 0x70], [2, 0x7b, 0x64, 9]] },
  {
    what: "try_table",
    opcodes: [0x1f],
    immediates: [
      [0x40, 0],
      [0x7f, 1, 0, 5, 1],
      [0x63, 0x69, 2, 1, 0x80, 0x01, 0, 3, 4],
      [0x04, 4, 2, 0, 0, 1, 2, 3, 0x81, 0x01, 1, 1, 1],
    ],
  },
  { what: "local.*, global.*, table.get, table.set", opcodes: [[0x20, 0x26]], immediates: index },
  { what: "loads and stores", opcodes: [[0x28, 0x3e]], immediates: memargs },
  { what: "memory.size, memory.grow", opcodes: [0x3f, 0x40], immediates: index },
  { what: "i32.const", opcodes: [0x41], immediates: [[0], [0x7f], [0x80, 0x80, 0x80, 0x80, 0x78]] },
  {
    what: "i64.const",
    opcodes: [0x42],
    immediates: [[0], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f]],
  },
  { what: "f32.const", opcodes: [0x43], immediates: [[0x80, 0x0b, 0x0b, 0x80]] },
  { what: "f64.const", opcodes: [0x44], immediates: [[0x80, 0x0b, 0, 0, 0, 0x0b, 0x80, 0x80]] },
  { what: "arithmetic, conversions, sign extension", opcodes: [[0x45, 0xc4]], immediates: nothing },
  { what: "ref.null", opcodes: [0xd0], immediates: heapTypes },
  { what: "ref.is_null, ref.eq, ref.as_non_null", opcodes: [0xd1, 0xd3, 0xd4], immediates: nothing },
  { what: "ref.func", opcodes: [0xd2], immediates: index },
  { what: "br_on_null, br_on_non_null", opcodes: [0xd5, 0xd6], immediates: index },

  { what: "struct.new, struct.new_default", prefix: 0xfb, opcodes: [0, 1], immediates: index },
  { what: "struct.get, struct.set", prefix: 0xfb, opcodes: [[2, 5]], immediates: twoIndices },
  { what: "array.new, array.new_default", prefix: 0xfb, opcodes: [6, 7], immediates: index },
  { what: "array.new_fixed, _data, _elem", prefix: 0xfb, opcodes: [8, 9, 10], immediates: twoIndices },
  { what: "array.get, array.set", prefix: 0xfb, opcodes: [[11, 14]], immediates: index },
  { what: "array.len", prefix: 0xfb, opcodes: [15], immediates: nothing },
  { what: "array.fill", prefix: 0xfb, opcodes: [16], immediates: index },
  { what: "array.copy, array.init_*", prefix: 0xfb, opcodes: [17, 18, 19], immediates: twoIndices },
  { what: "ref.test, ref.cast", prefix: 0xfb, opcodes: [[20, 23]], immediates: heapTypes },
  {
    what: "br_on_cast, br_on_cast_fail",
    prefix: 0xfb,
    opcodes: [24, 25],
    immediates: [
      [3, 0, 0x6e, 0x6b],
      [0, 0x80, 0x01, 0x85, 0x01, 4],
    ],
  },
  { what: "any and extern, i31", prefix: 0xfb, opcodes: [[26, 30]], immediates: nothing },

  { what: "saturating truncation", prefix: 0xfc, opcodes: [[0, 7]], immediates: nothing },
  { what: "*.init, *.copy", prefix: 0xfc, opcodes: [8, 10, 12, 14], immediates: twoIndices },
  { what: "*.drop, memory.fill", prefix: 0xfc, opcodes: [9, 11, 13], immediates: index },
  { what: "table.grow, table.size, table.fill", prefix: 0xfc, opcodes: [15, 16, 17], immediates: index },
  { what: "wide arithmetic", prefix: 0xfc, opcodes: [[19, 22]], immediates: nothing },

  { what: "v128 loads and v128.store", prefix: 0xfd, opcodes: [[0, 11]], immediates: memargs },
  {
    what: "v128.const, i8x16.shuffle",
    prefix: 0xfd,
    opcodes: [12, 13],
    immediates: [[0x80, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0x0b, 12, 13, 14, 0xff]],
  },
  { what: "i8x16.swizzle, *.splat", prefix: 0xfd, opcodes: [[14, 20]], immediates: nothing },
  { what: "lanes", prefix: 0xfd, opcodes: [[21, 34]], immediates: [[0], [15]] },
  { what: "v128 up to v128.any_true", prefix: 0xfd, opcodes: [[35, 83]], immediates: nothing },
  {
    what: "loads and stores of lanes",
    prefix: 0xfd,
    opcodes: [[84, 91]],
    immediates: memargs.map((memarg) => [...memarg, 7]),
  },
  { what: "v128.load32_zero, v128.load64_zero", prefix: 0xfd, opcodes: [92, 93], immediates: memargs },
  {
    what: "v128 arithmetic, relaxed as well",
    prefix: 0xfd,
    opcodes: [
      [94, 153],
      [155, 161],
      [163, 164],
      [167, 174],
      177,
      [181, 186],
      [188, 193],
      [195, 196],
      [199, 206],
      209,
      [213, 225],
      [227, 237],
      [239, 275],
    ],
    immediates: nothing,
  },

  { what: "memory.atomic.notify, wait32, wait64", prefix: 0xfe, opcodes: [0, 1, 2], immediates: memargs },
  { what: "atomic.fence", prefix: 0xfe, opcodes: [3], immediates: [[0]] },
  { what: "atomic loads, stores, read-modify-writes", prefix: 0xfe, opcodes: [[16, 78]], immediates: memargs },
];
