import { funcType } from "../export-type.ts";
import { readBody } from "../function-body.ts";
import type { Module } from "../module.ts";
import { InstructionReader } from "./instruction-reader.ts";
import { stackEffect } from "./stack-effect.ts";

/** What makes a function slow to compile, beside its length. */
export interface CodeWeight {
  /** How many blocks lie within each other. */
  readonly depth: number;
  /** For each block and branch the locals and operands that there are, all together: an engine may look at each of them. */
  readonly slots: number;
}

interface Frame {
  readonly height: number;
  readonly results: number;
}

/**
 * Weighs the function that is `position` in {@link Module.functions}, in one pass over its code. Operands are counted as if
 * the code were valid, and may come out as more than there are, never as fewer.
 */
export function weighCode(module: Module, position: number): CodeWeight {
  const { locals, instructions } = readBody(module, position);
  const params = funcType(module, module.functions[position] ?? -1)?.params.length ?? 0;
  const count = locals.reduce((sum, group) => sum + group.count, params);
  const reader = new InstructionReader(module, instructions);
  const frames: Frame[] = [];
  let [height, depth, slots] = [0, 0, 0];
  while (reader.next()) {
    const { opcode } = reader;
    height += stackEffect(opcode);
    switch (opcode) {
      case 0x02:
      case 0x03:
      case 0x04:
      case 0x06:
      case 0x1f: {
        const type = blockType(module, reader);
        frames.push({ height: height - type.params, results: type.results });
        depth = Math.max(depth, frames.length);
        slots += count + height;
        break;
      }
      // else, catch, catch_all: what follows begins where the block did.
      case 0x05:
      case 0x07:
      case 0x19:
        height = (frames.at(-1)?.height ?? 0) + mostValues;
        break;
      // end, delegate
      case 0x0b:
      case 0x18: {
        const frame = frames.pop();
        height = (frame?.height ?? 0) + (frame?.results ?? 0);
        break;
      }
      case 0x0c:
      case 0x0d:
      case 0xd5:
      case 0xd6:
      case 0xfb_018:
      case 0xfb_019:
        slots += count + height;
        break;
      case 0x0e:
        slots += (count + height) * reader.labels().length;
        break;
      case 0x10: {
        height += gained(module, module.indexSpaces.functions[reader.numbers(1)[0] ?? -1]);
        break;
      }
      case 0x11:
      case 0x14:
        // Beside what the function takes, the one operand that says which it is.
        height += gained(module, reader.numbers(1)[0]) - 1;
        break;
    }
    height = Math.max(height, frames.at(-1)?.height ?? 0);
  }
  return { depth, slots };
}

/** As many parameters as a block takes in guests that compilers make, and a caught exception has. */
const mostValues = 16;

function gained(module: Module, type = -1): number {
  const { params, results } = funcType(module, type) ?? { params: [], results: [] };
  return results.length - params.length;
}

/** How many values a block takes and leaves: none, one of a type that stands there, or what a function type says. */
function blockType(module: Module, reader: InstructionReader): { readonly params: number; readonly results: number } {
  const code = module.bytes[reader.immediates] ?? 0;
  if (code === 0x40) return { params: 0, results: 0 };
  // A negative number of one byte is a value type.
  if (code >= 0x41 && code < 0x80) return { params: 0, results: 1 };
  const { params, results } = funcType(module, reader.numbers(1)[0] ?? -1) ?? { params: [], results: [] };
  return { params: params.length, results: results.length };
}
