/** For each opcode of one byte that does not depend on a type, how many operands more there are after it. */
const effects: Int8Array = new Int8Array(0x100);

const set = (effect: number, ...ranges: readonly (readonly [first: number, last: number])[]): void => {
  for (const [first, last] of ranges) effects.fill(effect, first, last + 1);
};

// if, br_if, br_table, drop; local.set, global.set; what compares or computes two numbers; ref.eq
set(-1, [0x04, 0x04], [0x0d, 0x0e], [0x1a, 0x1a], [0x21, 0x21], [0x24, 0x24], [0xd3, 0xd3]);
set(-1, [0x46, 0x4f], [0x51, 0x66], [0x6a, 0x78], [0x7c, 0x8a], [0x92, 0x98], [0xa0, 0xa6]);
// select, table.set, stores
set(-2, [0x1b, 0x1c], [0x26, 0x26], [0x36, 0x3e]);
// local.get, global.get, memory.size, constants, ref.null, ref.func
set(1, [0x20, 0x20], [0x23, 0x23], [0x3f, 0x3f], [0x41, 0x44], [0xd0, 0xd0], [0xd2, 0xd2]);

/** Behind a prefix most take as many as they give, or more. These give one more: v128.const, and what makes an object. */
const prefixed: ReadonlyMap<number, number> = new Map([
  [0xfc_008, -3],
  [0xfc_00a, -3],
  [0xfc_00b, -3],
  [0xfc_00c, -3],
  [0xfc_00e, -3],
  [0xfc_010, 1],
  [0xfc_011, -3],
  [0xfd_00b, -2],
  [0xfd_00c, 1],
  ...[0x000, 0x001, 0x006, 0x007, 0x008, 0x009, 0x00a].map((code) => [0xfb_000 + code, 1] as const),
]);

/**
 * How many operands more there are on the stack after this instruction than before, at most. Calls and what ends a block
 * depend on types, and are not answered for.
 */
export function stackEffect(opcode: number): number {
  return opcode < effects.length ? (effects[opcode] ?? 0) : (prefixed.get(opcode) ?? 0);
}
