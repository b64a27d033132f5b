import type { ConstInstr } from "./const-instr.ts";
import { decodeConstInstr } from "./decode/const-expr.ts";
import { wholeScope } from "./decode/scope.ts";
import type { ByteRange, Module } from "./module.ts";
import { moduleReader } from "./module-reader.ts";

/**
 * The instructions of a constant expression, without the `end` that closes it.
 *
 * Throws `malformed` when `range` is not that of a constant expression of `module`.
 *
 * See {@link https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions |
 * validation, constant expressions}.
 */
export function readConstExpr(module: Module, { start, end }: ByteRange): ConstInstr[] {
  const reader = moduleReader(module, start, end);
  const scope = wholeScope(module);
  const instrs: ConstInstr[] = [];
  reader.within("constant expression", () => {
    while (reader.remaining > 1) instrs.push(decodeConstInstr(reader, scope));
    if (reader.byte("end") !== 0x0b) throw reader.malformed("does not end", end - 1);
  });
  return instrs;
}
