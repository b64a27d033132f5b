import type { InstructionReader } from "@polyplug/wasm-binary";
import { opcode } from "./opcode.ts";

/** Where fuel is taken, and for how many instructions. */
export interface FuelPlace {
  readonly place: number;
  readonly cost: number;
}

/** After these the next instruction need not be the next that runs. */
const breaks: ReadonlySet<number> = new Set([
  opcode.loop,
  opcode.if,
  opcode.else,
  opcode.catch,
  opcode.catchAll,
  opcode.delegate,
  opcode.end,
  opcode.br,
  opcode.brIf,
  opcode.brTable,
  opcode.brOnNull,
  opcode.brOnNonNull,
  opcode.brOnCast,
  opcode.brOnCastFail,
  opcode.return,
  opcode.returnCall,
  opcode.returnCallIndirect,
  opcode.returnCallRef,
  opcode.unreachable,
  opcode.throw,
  opcode.rethrow,
  opcode.throwRef,
]);

/** Cuts a function into runs of instructions that are entered at their beginning alone; each is paid for as it begins. */
export class FuelPlaces {
  #begin: number;
  #cost = 0;

  constructor(start: number) {
    this.#begin = start;
  }

  /** The run that the instruction which the reader is at ends, if it ends one. */
  ended(reader: InstructionReader): FuelPlace | undefined {
    this.#cost++;
    if (!breaks.has(reader.opcode)) return undefined;
    const ended = { place: this.#begin, cost: this.#cost };
    this.#begin = reader.offset;
    this.#cost = 0;
    return ended;
  }
}
