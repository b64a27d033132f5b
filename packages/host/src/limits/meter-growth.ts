import { PluginError } from "@polyplug/errors";
import {
  type ByteEdit,
  boundGrowth,
  type Module,
  offsetBefore,
  type TableType,
  withEdits,
} from "@polyplug/wasm-binary";
import { mostTableEntries } from "../compile/refuse-large-tables.ts";
import type { MadeCode, Meter } from "./made-code.ts";
import { type Growing, shareOut } from "./share-out.ts";

/**
 * Makes modules over so that their memories grow to so many pages together, and their tables to what the engine's heap
 * bears. No code is read for it. `instances` says how many there are of each module. Throws `memory-limit` where they start
 * with more memory.
 */
export function meterGrowth(
  modules: readonly Module[],
  instances: readonly number[],
  pages: bigint,
  action: string,
): Meter {
  const memories = shared(modules, instances, pages, ({ memories: own }) => own);
  const tables = shared(modules, instances, mostTableEntries, (module) => module.tables.map(({ type }) => type));
  const started = modules.reduce((sum, module, index) => {
    return sum + (instances[index] ?? 1) * module.memories.reduce((all, { limits }) => all + Number(limits.min), 0);
  }, 0);
  if (started > pages) throw tooLarge(started, pages, action);
  return {
    key: `${pages}`,
    meterAll: (all) =>
      all.map((module, index) => {
        const bounds = { memories: memories[index] ?? [], tables: tables[index] ?? [] };
        return edited(module, boundGrowth(module, bounds));
      }),
  };
}

/** Of each module the bounds of what `of` finds in it. */
function shared(
  modules: readonly Module[],
  instances: readonly number[],
  total: bigint,
  of: (module: Module) => readonly Pick<TableType, "limits">[],
): bigint[][] {
  const growing = modules.map((module, index) =>
    of(module).map(({ limits: { min, max } }): Growing => ({ min, max, count: instances[index] ?? 1 })),
  );
  const bounds = shareOut(total, growing.flat());
  return growing.map((own) => bounds.splice(0, own.length));
}

function edited(module: Module, edits: readonly ByteEdit[]): MadeCode {
  // All of the edits lie before the code.
  const moved = edits.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), 0);
  const { bodies } = module;
  const [first, last] = [bodies[0]?.start ?? 0, bodies.at(-1)?.end ?? 0];
  return {
    bytes: edits.length === 0 ? module.bytes : withEdits(module.bytes, edits),
    added: undefined,
    code: { count: bodies.length, start: first + moved, end: last + moved },
    originalOffsets: (offsets) => offsets.map((offset) => offsetBefore(edits, offset)),
  };
}

function tooLarge(started: number, pages: bigint, action: string): PluginError {
  const path = "limits.memory";
  const reason = `${path}: of pages of 64 KiB it starts with ${started}, and ${pages} are allowed`;
  return new PluginError({ code: "memory-limit", action, reason, path });
}
