import type { InstructionReader } from "@polyplug/wasm-binary";
import { ControlStack } from "./control-stack.ts";
import { opcode } from "./opcode.ts";

/** Instructions that a function may run before its first check. So there is none in most that call nothing. */
const beforeFirst = 128;
/** Instructions that a function may run from one check to the next. */
const between = 1_024;

/** What is called may run without a check for as long as it is allowed to. A second call in it cannot. */
const callCost = beforeFirst + 1;

/** Instructions over which a check is moved to the beginning of the run that it is needed in. */
const mostMoved = 32;

/** They take a time that grows with an operand. */
const long: ReadonlySet<number> = new Set([
  opcode.memoryGrow,
  opcode.tableGrow,
  opcode.arrayNew,
  opcode.arrayNewDefault,
  opcode.arrayNewData,
  opcode.arrayNewElem,
  opcode.arrayFill,
  opcode.arrayCopy,
  opcode.arrayInitData,
  opcode.arrayInitElem,
]);

/**
 * Follows the instructions of a function and says where a check has to be, so that little runs between two of them: at
 * the head of each loop, before the first call on each way, and wherever too many instructions or calls have followed
 * each other. Counting them matters where deep recursion comes back: each of its frames goes on without a check, and
 * thousands of frames with thousands of instructions would take seconds.
 */
export class CheckedPlaces {
  readonly #control = new ControlStack(beforeFirst, between);
  /** Where the run began that the reader is in, and how many instructions of it there have been. */
  #run: number;
  #length = 0;

  constructor(start: number) {
    this.#run = start;
  }

  /** Where a check is needed for the instruction that the reader is at; `undefined` for most. */
  place(reader: InstructionReader): number | undefined {
    const { opcode: code, start, offset } = reader;
    const isLeft = this.#control.take(cost(code));
    const place = isLeft ? undefined : this.#before(start);
    this.#follow(reader);
    this.#length++;
    // A check in the middle of a run keeps the engine from computing operands where they are needed.
    if (place !== undefined || endsRun(code)) this.#begin(offset);
    return code === opcode.loop ? offset : place;
  }

  /** The beginning of the run, where that is not far. What is between it and the check comes after the check then. */
  #before(start: number): number {
    if (this.#length > mostMoved) return start;
    this.#control.take(this.#length);
    return this.#run;
  }

  #begin(offset: number): void {
    this.#run = offset;
    this.#length = 0;
  }

  #follow(reader: InstructionReader): void {
    const control = this.#control;
    switch (reader.opcode) {
      case opcode.block:
      case opcode.try:
        control.enter("block");
        break;
      case opcode.if:
        control.enter("if");
        break;
      case opcode.loop:
        control.end();
        control.enter("loop");
        break;
      case opcode.tryTable:
        for (const label of reader.labels()) control.branch(label, 0);
        control.enter("block");
        break;
      case opcode.else:
        control.else();
        break;
      case opcode.catch:
      case opcode.catchAll:
        control.catch();
        break;
      case opcode.end:
      case opcode.delegate:
        control.leave();
        break;
      case opcode.brIf:
      case opcode.brOnNull:
      case opcode.brOnNonNull:
      case opcode.brOnCast:
      case opcode.brOnCastFail:
        for (const label of reader.labels()) control.branch(label);
        break;
      case opcode.br:
      case opcode.brTable:
        for (const label of reader.labels()) control.branch(label);
        control.end();
        break;
      case opcode.unreachable:
      case opcode.return:
      case opcode.throw:
      case opcode.rethrow:
      case opcode.throwRef:
      case opcode.returnCall:
      case opcode.returnCallIndirect:
      case opcode.returnCallRef:
        control.end();
        break;
    }
  }
}

/** Whether what comes after it need not be what runs next, or is put in its place by others. */
function endsRun(code: number): boolean {
  return code < opcode.drop || code === opcode.tryTable || code >= opcode.brOnNull;
}

/** How many instructions this one counts for. */
function cost(code: number): number {
  if (code >= opcode.call && code <= opcode.returnCallRef) return callCost;
  return long.has(code) ? between : 1;
}
