import { wholeScope } from "./decode/scope.ts";
import { decodeValType } from "./decode/value-type.ts";
import { funcType } from "./export-type.ts";
import { limits } from "./limits.ts";
import type { ByteRange, Module } from "./module.ts";
import { moduleReader } from "./module-reader.ts";
import type { ValType } from "./value-type.ts";

/** `count` locals of one type, as they are declared. */
export interface LocalGroup {
  readonly count: number;
  readonly type: ValType;
}

export interface FunctionBody {
  /** The declared locals, to be numbered after the parameters. */
  readonly locals: readonly LocalGroup[];
  /** The instructions, the closing `end` included. */
  readonly instructions: ByteRange;
}

/**
 * Opens the body of the function that is `position` in {@link Module.functions}: reads its local declarations and says
 * where its instructions lie. A body that declares 50,000 locals costs no more than one that declares one.
 *
 * Throws `malformed` when there is no such body or its declarations are at fault, `unsupported` when there are more
 * locals than {@link limits} has.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#code-section | binary format, code section}.
 */
export function readBody(module: Module, position: number): FunctionBody {
  const { start, end } = module.bodies[position] ?? { start: 0, end: 0 };
  const reader = moduleReader(module, start, end);
  const scope = wholeScope(module);
  let total = funcType(module, module.functions[position] ?? -1)?.params.length ?? 0;
  return reader.within(`code section: body ${position}`, () => {
    const locals = reader.list("local declaration", { most: limits.locals, leastBytes: 2 }, () => {
      const start = reader.offset;
      const count = reader.u32("local count");
      total += count;
      if (total > limits.locals) throw reader.unsupported(`function has more than ${limits.locals} locals`, start);
      return { count, type: decodeValType(reader, scope) };
    });
    return { locals, instructions: { start: reader.offset, end } };
  });
}
