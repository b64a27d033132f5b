import { ByteWriter } from "@polyplug/wasm-binary";
import { opcode } from "../body/opcode.ts";
import type { BulkOperation } from "./bulk-operation.ts";

const to = 0;
const from = 1;
const count = 2;

const empty = 0x40;
const i32 = { const: 0x41, greater: 0x4b, atMost: 0x4d, less: 0x49, add: 0x6a, sub: 0x6b } as const;
const i64 = { const: 0x42, greater: 0x56, atMost: 0x58, less: 0x54, add: 0x7c, sub: 0x7d } as const;
const extendUnsigned = 0xad;

/**
 * The body of a function that takes the operands of `operation` and does the same in pieces, with `check` before each:
 * an engine does not interrupt the instruction itself, whatever its length. `charge` comes first, and finds the count
 * in the third parameter.
 *
 * What reaches out of bounds has no effect, as the instruction has none: the last piece is done first, and where it may
 * not be, its last byte is read. That holds for ends that fit an address; other ranges are left to the instruction.
 */
export function piecewiseBody(operation: BulkOperation, check: Uint8Array, charge: Uint8Array): Uint8Array {
  return new ByteWriter()
    .sized((body) => {
      body.u32(0).raw(charge).raw(check).raw([opcode.block, empty]);
      compareCount(body, operation, "atMost");
      body.raw([opcode.brIf, 0]);
      for (const place of operation.source === "place" ? [to, from] : [to]) leaveIfItGoesRound(body, operation, place);
      if (operation.read !== undefined) forward(body, operation, check, operation.read);
      backward(body, operation, check);
      body.byte(opcode.end);
      for (const operand of [to, from, count]) get(body, operand);
      body.raw(operation.bytes).byte(opcode.end);
    })
    .toBytes();
}

/** The end of a range may lie beyond the largest address: piece by piece it would come round to the first. */
function leaveIfItGoesRound(body: ByteWriter, { operands }: BulkOperation, place: number): void {
  const wide = operands[place] === "i64";
  get(body, place, wide ? undefined : extendUnsigned);
  get(body, count, operands[count] === "i64" ? undefined : extendUnsigned);
  body.byte(i64.add);
  if (wide) {
    get(body, place);
    body.byte(i64.less);
  } else {
    body.byte(i64.const).s64(0x1_0000_0000n).byte(i64.greater);
  }
  body.raw([opcode.brIf, 0]);
}

/** From the first piece on, where the target lies before the source: the last piece would overwrite what is to come. */
function forward(body: ByteWriter, operation: BulkOperation, check: Uint8Array, read: Uint8Array): void {
  get(body, to);
  get(body, from);
  body.byte(instructions(operation, to).less).raw([opcode.if, empty]);
  get(body, from);
  get(body, count);
  const { const: constant, add, sub } = instructions(operation, from);
  body.raw([add, constant, 1, sub]).raw(read).byte(opcode.drop);
  pieces(body, operation, check, () => {
    get(body, to);
    get(body, from);
    piece(body, operation, count);
    body.raw(operation.bytes);
    move(body, operation, to, "add");
    move(body, operation, from, "add");
    move(body, operation, count, "sub");
  });
  body.raw([opcode.br, 1, opcode.end]);
}

/** From the last piece on. */
function backward(body: ByteWriter, operation: BulkOperation, check: Uint8Array): void {
  pieces(body, operation, check, () => {
    move(body, operation, count, "sub");
    behind(body, operation, to);
    if (operation.source === "place") behind(body, operation, from);
    else get(body, from);
    piece(body, operation, count);
    body.raw(operation.bytes);
  });
}

/** Does `work` over and over while more than a piece is left. */
function pieces(body: ByteWriter, operation: BulkOperation, check: Uint8Array, work: () => void): void {
  body.raw([opcode.loop, empty]).raw(check);
  work();
  compareCount(body, operation, "greater");
  body.raw([opcode.brIf, 0, opcode.end]);
}

function compareCount(body: ByteWriter, operation: BulkOperation, how: "greater" | "atMost"): void {
  get(body, count);
  piece(body, operation, count);
  body.byte(instructions(operation, count)[how]);
}

/** The place that is as far behind `place` as the count says. */
function behind(body: ByteWriter, { operands }: BulkOperation, place: number): void {
  const wide = operands[place] === "i64";
  get(body, place);
  get(body, count, wide && operands[count] !== "i64" ? extendUnsigned : undefined);
  body.byte(wide ? i64.add : i32.add);
}

function move(body: ByteWriter, operation: BulkOperation, operand: number, how: "add" | "sub"): void {
  get(body, operand);
  piece(body, operation, operand);
  body.byte(instructions(operation, operand)[how]).byte(opcode.localSet).u32(operand);
}

function piece(body: ByteWriter, operation: BulkOperation, operand: number): void {
  body.byte(instructions(operation, operand).const).s64(BigInt(operation.piece));
}

function get(body: ByteWriter, operand: number, conversion?: number): void {
  body.byte(opcode.localGet).u32(operand);
  if (conversion !== undefined) body.byte(conversion);
}

function instructions({ operands }: BulkOperation, operand: number): typeof i32 | typeof i64 {
  return operands[operand] === "i64" ? i64 : i32;
}
