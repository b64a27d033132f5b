import { ByteWriter } from "@polyplug/wasm-binary";
import { opcode } from "../body/opcode.ts";
import type { BulkOperation } from "./bulk-operation.ts";

const to = 0;
const from = 1;
const count = 2;

const empty = 0x40;
const i32 = { const: 0x41, greater: 0x4b, less: 0x49, add: 0x6a, sub: 0x6b } as const;
const i64 = { const: 0x42, greater: 0x56, less: 0x54, add: 0x7c, sub: 0x7d } as const;
const extendUnsigned = 0xad;

/**
 * The body of a function that takes the operands of `operation` and does the same in pieces, with `check` before each:
 * an engine does not interrupt the instruction itself, whatever its length. `charge` comes first, and finds the count
 * in the third parameter.
 *
 * Where the operation reaches out of bounds it traps as it would have, but for the pieces that it did before.
 */
export function piecewiseBody(operation: BulkOperation, check: Uint8Array, charge: Uint8Array): Uint8Array {
  return new ByteWriter()
    .sized((body) => {
      body.u32(0).raw(charge);
      for (const operand of operation.addresses) trapWhereItGoesRound(body, operation, operand);
      if (operation.overlaps) backward(body, operation, check);
      forward(body, operation, check);
      wholeOperation(body, operation);
      body.byte(opcode.end);
    })
    .toBytes();
}

/** The end of a range may lie beyond the largest address: piece by piece it would come round to the first. */
function trapWhereItGoesRound(body: ByteWriter, { operands }: BulkOperation, operand: number): void {
  const wide = operands[operand] === "i64";
  get(body, operand, wide ? undefined : extendUnsigned);
  get(body, count, operands[count] === "i64" ? undefined : extendUnsigned);
  body.byte(i64.add);
  if (wide) {
    get(body, operand);
    body.byte(i64.less);
  } else {
    body.byte(i64.const).s64(0x1_0000_0000n).byte(i64.greater);
  }
  body.raw([opcode.if, empty, opcode.unreachable, opcode.end]);
}

/** From the last piece to the first, where the target lies behind the source: there pieces would overwrite what comes. */
function backward(body: ByteWriter, operation: BulkOperation, check: Uint8Array): void {
  get(body, to);
  get(body, from);
  body.byte(instructions(operation, to).greater).raw([opcode.if, empty]);
  whileLonger(body, operation, check, () => {
    move(body, operation, count, "sub");
    for (const operand of [to, from]) {
      const { add } = instructions(operation, operand);
      get(body, operand);
      get(body, count);
      body.byte(add);
    }
    piece(body, operation, count);
    body.raw(operation.bytes);
  });
  wholeOperation(body, operation);
  body.raw([opcode.return, opcode.end]);
}

function forward(body: ByteWriter, operation: BulkOperation, check: Uint8Array): void {
  whileLonger(body, operation, check, () => {
    get(body, to);
    get(body, from);
    piece(body, operation, count);
    body.raw(operation.bytes);
    move(body, operation, to, "add");
    if (operation.source === "place") move(body, operation, from, "add");
    move(body, operation, count, "sub");
  });
}

/** Does `work` over and over while more than a piece is left. */
function whileLonger(body: ByteWriter, operation: BulkOperation, check: Uint8Array, work: () => void): void {
  body.raw([opcode.loop, empty]).raw(check);
  get(body, count);
  piece(body, operation, count);
  body.byte(instructions(operation, count).greater).raw([opcode.if, empty]);
  work();
  body.raw([opcode.br, 1, opcode.end, opcode.end]);
}

/** Does what is left, in one go. */
function wholeOperation(body: ByteWriter, operation: BulkOperation): void {
  for (const operand of [to, from, count]) get(body, operand);
  body.raw(operation.bytes);
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
