import type { ByteEdit, InstructionReader, Module } from "@polyplug/wasm-binary";
import { ByteWriter } from "@polyplug/wasm-binary";
import { opcode } from "./opcode.ts";

/** The empty block type. */
const empty = 0x40;
/** Labels of one byte, and how many copies may add to them. */
const mostLabel = 0x70;

/** How often a body of so many bytes stands in its loop. A check takes about as long as four of the shortest instructions. */
function copiesFor(bytes: number): number {
  if (bytes <= 64) return 4;
  return bytes <= 160 ? 2 : 1;
}

/** After these a body is not copied: they leave it in ways that are not followed here, or take long themselves. */
const unfit: ReadonlySet<number> = new Set([
  opcode.try,
  opcode.catch,
  opcode.catchAll,
  opcode.delegate,
  opcode.tryTable,
  opcode.rethrow,
  opcode.brTable,
  opcode.call,
  opcode.callIndirect,
  opcode.returnCall,
  opcode.returnCallIndirect,
  opcode.callRef,
  opcode.returnCallRef,
  opcode.brOnNull,
  opcode.brOnNonNull,
  opcode.brOnCast,
  opcode.brOnCastFail,
]);

/** A branch in a body: where its label is written, and how many blocks of the body it is in. */
interface Branch {
  readonly at: number;
  readonly depth: number;
}

interface OpenLoop {
  /** Where its body begins. */
  readonly body: number;
  /** How many edits there were then. */
  readonly edits: number;
  readonly branches: Branch[];
  depth: number;
  /** The instruction before the one that the reader is at. */
  last: { readonly opcode: number; readonly start: number; readonly end: number; readonly label: number };
}

/**
 * Finds loops that hold no other and are so short that the check at their head takes as long as what they do, and has
 * their bodies follow each other several times within them, with one check for all. The first stays where it is:
 *
 *     loop check body br_if 0 end    loop check body if body if body br_if 2 end end end
 *     loop check body br 0 end       loop check body body body br 0 end
 *
 * Any copy may go on at the head. So its labels but the inner ones count the blocks around it, and nothing else changes.
 */
export class LoopUnroller {
  readonly #bytes: Uint8Array;
  #open: OpenLoop | undefined;

  constructor({ bytes }: Module) {
    this.#bytes = bytes;
  }

  /** The edit that has copies of the body of a loop, where the reader is at the end of such a one. `edits` are all so far. */
  next(reader: InstructionReader, edits: number): ByteEdit | undefined {
    const loop = this.#open;
    const { opcode: code, start, offset, immediates } = reader;
    if (code === opcode.loop) {
      const isEmpty = this.#bytes[immediates] === empty;
      const last = { opcode: code, start, end: offset, label: 0 };
      this.#open = isEmpty ? { body: offset, edits, branches: [], depth: 0, last } : undefined;
      return undefined;
    }
    if (loop === undefined) return undefined;
    let label = 0;
    if (code === opcode.block || code === opcode.if) loop.depth++;
    else if (code === opcode.br || code === opcode.brIf) {
      label = this.#bytes[immediates] ?? mostLabel;
      if (label >= mostLabel) this.#open = undefined;
      loop.branches.push({ at: immediates, depth: loop.depth });
    } else if (code === opcode.end && loop.depth-- === 0) {
      this.#open = undefined;
      return edits === loop.edits ? this.#unrolled(loop, start) : undefined;
    } else if (unfit.has(code)) this.#open = undefined;
    loop.last = { opcode: code, start, end: offset, label };
    return undefined;
  }

  #unrolled({ body, branches, last }: OpenLoop, end: number): ByteEdit | undefined {
    const length = last.start - body;
    const copies = copiesFor(length);
    const goesRound = (last.opcode === opcode.brIf || last.opcode === opcode.br) && last.label === 0;
    if (copies === 1 || !goesRound || last.end !== end || branches.at(-1)?.depth !== 0) return undefined;
    const isConditional = last.opcode === opcode.brIf;
    const prefix = isConditional ? [opcode.if, empty] : [];
    const writer = new ByteWriter();
    for (let copy = 1; copy < copies; copy++) {
      writer.raw(prefix).raw(this.#copy(body, last.start, branches, isConditional ? copy : 0));
    }
    if (isConditional) {
      writer.raw([opcode.brIf, copies - 1]);
      for (let copy = 1; copy < copies; copy++) writer.byte(opcode.end);
    }
    const stride = prefix.length + length;
    return {
      start: last.start,
      end: isConditional ? last.end : last.start,
      bytes: writer.toBytes(),
      origin(distance) {
        const within = (distance % stride) - prefix.length;
        return distance < stride * (copies - 1) && within >= 0 ? body + within : last.start;
      },
    };
  }

  /** The body with `around` blocks around it that the first does not have. */
  #copy(body: number, end: number, branches: readonly Branch[], around: number): Uint8Array {
    const copy = this.#bytes.slice(body, end);
    for (const { at, depth } of branches) {
      const label = this.#bytes[at] ?? 0;
      if (at < end && label >= depth) copy[at - body] = label + around;
    }
    return copy;
  }
}
