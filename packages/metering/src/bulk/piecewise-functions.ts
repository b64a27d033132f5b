import { ByteWriter, encodeSubType, type InstructionReader, type Module, type ValType } from "@polyplug/wasm-binary";
import { opcode } from "../body/opcode.ts";
import { chargeOf, epochChecks } from "../check.ts";
import type { Metering } from "../metered-module.ts";
import { type BulkOperation, bulkOperation } from "./bulk-operation.ts";
import { piecewiseBody } from "./piecewise.ts";
import { tellingGrowth } from "./telling-growth.ts";

/** The least of their opcodes. */
const firstBulkOperation = opcode.memoryInit;

/** Bytes or entries that one unit of fuel moves: the second power of it. */
const unitsShift = 6;
/** From here on the first byte of a LEB128 is not the only one, or stands for a negative number. */
const firstUnlikeItsByte = 0x40;

const i64ExtendUnsigned = 0xad;
const i64ShiftRightUnsigned = 0x88;

/** Its size, no locals, and its end. */
const emptyBody = Uint8Array.of(2, 0, opcode.end);

/** The functions that do a module's bulk operations in pieces, one for each that it has: they follow its own. */
export class PiecewiseFunctions {
  readonly #module: Module;
  readonly #metering: Metering;
  readonly #calls = new Map<string, Uint8Array>();
  /** Where the constant is that the instruction before put on the stack, if it was one. */
  #constant: number | undefined;
  /** Their types, as they are written. */
  readonly types: Uint8Array[] = [];
  /** Of each function which of the types it has. */
  readonly added: number[] = [];
  /** The body of each, as it is written. */
  readonly bodies: Uint8Array[] = [];

  constructor(module: Module, metering: Metering) {
    this.#module = module;
    this.#metering = metering;
  }

  /** The call that takes the place of the instruction that the reader is at, if it is a bulk operation. */
  callInstead(reader: InstructionReader): Uint8Array | undefined {
    const constant = this.#constant;
    this.#constant = isConstant(reader.opcode) ? reader.immediates : undefined;
    if (reader.opcode === opcode.memoryGrow) return this.#growth(reader);
    // This is asked of every instruction there is.
    if (reader.opcode < firstBulkOperation) return undefined;
    // A count so small takes no more fuel and time than other instructions do. Engines have a few loads and stores for it.
    if (constant !== undefined && (this.#module.bytes[constant] ?? 0) < firstUnlikeItsByte) return undefined;
    const operation = bulkOperation(this.#module, reader);
    if (operation === undefined) return undefined;
    return this.#call(operation.bytes, () => {
      this.#addType(operation.operands);
      return this.#piecewise(operation);
    });
  }

  #growth(reader: InstructionReader): Uint8Array {
    const { memories } = this.#module.indexSpaces;
    const index = memories[reader.numbers(1)[0] ?? 0]?.index ?? "i32";
    const grow = this.#module.bytes.subarray(reader.start, reader.offset);
    return this.#call(grow, () => {
      this.#addType([index], [index]);
      return tellingGrowth(grow, index, memories.length);
    });
  }

  /** The call of the function that does this instruction, which `make` makes when it is first needed. */
  #call(instruction: Uint8Array, make: () => Uint8Array): Uint8Array {
    const key = instruction.join();
    const known = this.#calls.get(key);
    if (known !== undefined) return known;
    const index = this.#module.indexSpaces.functions.length + this.bodies.length;
    this.bodies.push(make());
    const call = new ByteWriter().byte(opcode.call).u32(index).toBytes();
    this.#calls.set(key, call);
    return call;
  }

  /** Adds as many functions that do nothing. */
  addEmpty(count: number): void {
    if (count === 0) return;
    const type = this.#addType([]);
    this.added.pop();
    for (let number = 0; number < count; number++) {
      this.added.push(type);
      this.bodies.push(emptyBody);
    }
  }

  /** The next function has this type. */
  #addType(params: readonly ValType[], results: readonly ValType[] = []): number {
    const type = new ByteWriter();
    const signature = { params, results };
    encodeSubType(type, { final: true, supertypes: [], composite: { kind: "func", type: signature } });
    this.added.push(this.types.length);
    return this.types.push(type.toBytes()) - 1;
  }

  #piecewise(operation: BulkOperation): Uint8Array {
    const { memories } = this.#module.indexSpaces;
    const { time, fuel } = this.#metering;
    const check = time ? epochChecks(memories.length).branching : new Uint8Array();
    const charge = fuel ? chargeByCount(memories.length, operation) : new Uint8Array();
    return piecewiseBody(operation, check, charge);
  }
}

function isConstant(code: number): boolean {
  return code === opcode.i32Const || code === opcode.i64Const;
}

/** Takes from the fuel what the count in the third parameter costs. */
function chargeByCount(page: number, { operands: [, , count] }: BulkOperation): Uint8Array {
  const amount = new ByteWriter().raw([opcode.localGet, 2]);
  if (count !== "i64") amount.byte(i64ExtendUnsigned);
  return chargeOf(page, amount.raw([opcode.i64Const, unitsShift, i64ShiftRightUnsigned]).toBytes());
}
