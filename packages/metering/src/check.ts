import { ByteWriter } from "@polyplug/wasm-binary";
import { namesMemory, opcode } from "./body/opcode.ts";

/** The empty block type. */
const empty = 0x40;
/** `i32.atomic.load8_u`, behind its prefix. */
const atomicLoad8 = [0xfe, 0x12] as const;
const i64Sub = 0x7d;
const i64LessSigned = 0x53;

/**
 * The check of the time limit: traps once somebody has stored anything but 0 in the first byte of the memory `epoch`.
 *
 * A trap, because a guest with `catch_all` catches whatever a call throws. An atomic load, because an engine may take a
 * plain one out of a loop. A byte, because the engine tests the alignment of everything larger: fib costs 1.1 times what
 * it does without checks, by `i32.atomic.load` 1.35 times.
 */
export function epochCheck(epoch: number): Uint8Array {
  return new ByteWriter()
    .raw([opcode.i32Const, 0])
    .raw(atomicLoad8)
    .byte(namesMemory)
    .u32(epoch)
    .u32(0)
    .raw([opcode.if, empty, opcode.unreachable, opcode.end])
    .toBytes();
}

/** Takes `cost` from the fuel that is left in the global `fuel`, and traps where that is more than there is. */
export function fuelCharge(fuel: number, cost: number): Uint8Array {
  return new ByteWriter()
    .byte(opcode.globalGet)
    .u32(fuel)
    .byte(opcode.i64Const)
    .s64(BigInt(cost))
    .raw([i64Sub, opcode.globalSet])
    .u32(fuel)
    .raw(fuelTrap(fuel))
    .toBytes();
}

/** Traps where fuel has run out. */
export function fuelTrap(fuel: number): Uint8Array {
  return new ByteWriter()
    .byte(opcode.globalGet)
    .u32(fuel)
    .raw([opcode.i64Const, 0, i64LessSigned, opcode.if, empty, opcode.unreachable, opcode.end])
    .toBytes();
}
