import { ByteWriter } from "@polyplug/wasm-binary";
import { namesMemory, opcode } from "./body/opcode.ts";
import { meterPage } from "./meter-page.ts";

/** The empty block type. */
const empty = 0x40;
/** `i32.atomic.load8_u`, behind its prefix. */
const atomicLoad8 = [0xfe, 0x12] as const;
const i32ShiftLeft = 0x74;
/** 64 KiB as a power of two. */
const pageBits = 16;
const i64Sub = 0x7d;
const i64LessSigned = 0x53;
const i64Load = 0x29;
const i64Store = 0x37;
/** The alignment of 64 bits, as the power of two that a memory argument has. */
const eightBytes = 3;

/** The check of the time limit, which traps once somebody has stored anything but 0 in the byte of a page that says so. */
export interface EpochChecks {
  readonly branching: Uint8Array;
  /** For functions that are so small that engines inline them, where they do not loop. */
  readonly straight: Uint8Array;
}

/**
 * The checks for modules that have the page as this memory.
 *
 * A trap, because a guest with `catch_all` catches whatever a call throws. An atomic load, because an engine may take a
 * plain one out of a loop. A byte, because the engine tests the alignment of everything larger: fib costs 1.35 times what it
 * does without checks by `i32.atomic.load`.
 *
 * The usual one branches to an `unreachable`. Where small functions call each other that takes 1.24 times as long: there
 * the byte, times 64 KiB, is where another byte is loaded from, which is beyond the page unless it is 0. Engines find that
 * out by the machine's own page faults, and it takes 1.1 times as long. In a loop it would take longer than the branch.
 */
export function epochChecks(page: number): EpochChecks {
  const load = new ByteWriter()
    .raw([opcode.i32Const, 0])
    .raw(atomicLoad8)
    .raw(placeIn(page, 0, meterPage.epoch))
    .toBytes();
  const address = new ByteWriter().byte(opcode.i32Const).s32(pageBits).byte(i32ShiftLeft).toBytes();
  return {
    branching: new ByteWriter().raw(load).raw([opcode.if, empty, opcode.unreachable, opcode.end]).toBytes(),
    straight: new ByteWriter()
      .raw(load)
      .raw(address)
      .byte(opcode.i32Load8Unsigned)
      .raw(placeIn(page, 0, 0))
      .byte(opcode.drop)
      .toBytes(),
  };
}

/** Takes `cost` from the fuel that is left in `page`, and traps where that is more than there is. */
export function fuelCharge(page: number, cost: number): Uint8Array {
  const amount = new ByteWriter().byte(opcode.i64Const).s64(BigInt(cost)).toBytes();
  return chargeOf(page, amount);
}

/** The same for an amount that these instructions leave on the stack, an i64. */
export function chargeOf(page: number, amount: Uint8Array): Uint8Array {
  const fuel = placeIn(page, eightBytes, meterPage.fuel);
  return new ByteWriter()
    .raw([opcode.i32Const, 0, opcode.i32Const, 0, i64Load])
    .raw(fuel)
    .raw(amount)
    .raw([i64Sub, i64Store])
    .raw(fuel)
    .raw([opcode.i32Const, 0, i64Load])
    .raw(fuel)
    .raw([opcode.i64Const, 0, i64LessSigned, opcode.if, empty, opcode.unreachable, opcode.end])
    .toBytes();
}

/** A memory argument. The first memory goes without its name, which engines with one memory alone do not know. */
function placeIn(memory: number, alignment: number, offset: number): Uint8Array {
  const place = new ByteWriter();
  if (memory === 0) place.u32(alignment);
  else place.u32(namesMemory + alignment).u32(memory);
  return place.u32(offset).toBytes();
}
