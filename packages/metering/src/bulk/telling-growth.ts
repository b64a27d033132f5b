import { type AddressType, ByteWriter } from "@polyplug/wasm-binary";
import { namesMemory, opcode } from "../body/opcode.ts";
import { meterPage } from "../meter-page.ts";

const empty = 0x40;
const equal = { i32: 0x46, i64: 0x51 } as const;
const localTee = 0x22;
const i32Store8 = 0x3a;

/**
 * The body of a function that grows a memory as `grow` does, the whole instruction, and notes in `page` that it was
 * refused: to the guest that is a number among others.
 */
export function tellingGrowth(grow: Uint8Array, index: AddressType, page: number): Uint8Array {
  const constant = index === "i64" ? opcode.i64Const : opcode.i32Const;
  return new ByteWriter()
    .sized((body) => {
      body.u32(0).raw([opcode.localGet, 0]).raw(grow).raw([localTee, 0, constant]).s32(-1);
      body.raw([equal[index], opcode.if, empty, opcode.i32Const, 0, opcode.i32Const, 1, i32Store8]);
      body.u32(namesMemory).u32(page).u32(meterPage.refused).byte(opcode.end);
      body.raw([opcode.localGet, 0, opcode.end]);
    })
    .toBytes();
}
