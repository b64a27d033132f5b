import type { InstructionReader } from "@polyplug/wasm-binary";
import { ControlStack } from "./control-stack.ts";
import { opcode } from "./opcode.ts";

/**
 * Follows the instructions of a function and says where a check has to be, so that nothing runs on for ever between two
 * of them: at the head of each loop, and before a call unless every way to it has gone through a check already. A
 * function that calls nothing and has no loop ends by itself, and the way of a recursion that ends it needs none either.
 */
export class CheckedPlaces {
  readonly #control = new ControlStack();

  /** Where a check is needed for the instruction that the reader is at; `undefined` for most. */
  place(reader: InstructionReader): number | undefined {
    const control = this.#control;
    switch (reader.opcode) {
      case opcode.block:
      case opcode.try:
        control.enter("block");
        return undefined;
      case opcode.if:
        control.enter("if");
        return undefined;
      case opcode.loop:
        control.checked = true;
        control.enter("loop");
        return reader.offset;
      case opcode.tryTable:
        for (const label of reader.labels()) control.branch(label);
        control.enter("block");
        return undefined;
      case opcode.else:
      case opcode.catch:
      case opcode.catchAll:
        control.alternative();
        return undefined;
      case opcode.end:
      case opcode.delegate:
        control.leave();
        return undefined;
      case opcode.brIf:
      case opcode.brOnNull:
      case opcode.brOnNonNull:
      case opcode.brOnCast:
      case opcode.brOnCastFail:
        for (const label of reader.labels()) control.branch(label);
        return undefined;
      case opcode.br:
      case opcode.brTable:
        for (const label of reader.labels()) control.branch(label);
        control.end();
        return undefined;
      case opcode.unreachable:
      case opcode.return:
      case opcode.throw:
      case opcode.rethrow:
      case opcode.throwRef:
        control.end();
        return undefined;
      case opcode.call:
      case opcode.callIndirect:
      case opcode.callRef:
      case opcode.returnCall:
      case opcode.returnCallIndirect:
      case opcode.returnCallRef: {
        const needed = !control.checked;
        control.checked = true;
        return needed ? reader.start : undefined;
      }
      default:
        return undefined;
    }
  }
}
