import type { ByteEdit } from "./byte-edit.ts";
import { ByteWriter } from "./byte-writer.ts";
import { encodeTable } from "./encode/entries.ts";
import { encodeMemoryType } from "./encode/extern-type.ts";
import { encodeList } from "./encode-module.ts";
import type { MemoryType, TableType } from "./extern-type.ts";
import type { Module } from "./module.ts";
import { sectionIds } from "./section-name.ts";

/** To what the memories and tables that are a module's own may grow, each by its place among them. */
export interface GrowthBounds {
  /** Pages of 64 KiB. */
  readonly memories: readonly bigint[];
  /** Entries. */
  readonly tables: readonly bigint[];
}

/**
 * The edits after which no memory or table of the module grows beyond its bound, and one that starts with more not at all.
 * None where the module declares as much itself. Nothing but the maxima of two sections changes, and no code is read.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/types.html#limits | structure, limits}.
 */
export function boundGrowth(module: Module, { memories, tables }: GrowthBounds): readonly ByteEdit[] {
  const types = module.memories.map((type, index) => bounded(type, memories[index]));
  const entries = module.tables.map(({ type, init }, index) => ({
    type: bounded(type, tables[index]),
    ...(init === undefined ? {} : { init: module.bytes.subarray(init.start, init.end) }),
  }));
  const isSame = {
    memory: types.every((type, index) => type === module.memories[index]),
    table: entries.every(({ type }, index) => type === module.tables[index]?.type),
  };
  return [
    ...(isSame.table ? [] : sectionEdits(module, sectionIds.table, encodeList(entries, encodeTable))),
    ...(isSame.memory ? [] : sectionEdits(module, sectionIds.memory, encodeList(types, encodeMemoryType))),
  ];
}

function sectionEdits({ sections }: Module, id: number, content: Uint8Array): ByteEdit[] {
  const bytes = new ByteWriter().section(id, content).toBytes();
  return sections.filter((section) => section.id === id).map(({ start, end }) => ({ start, end, bytes }));
}

function bounded<T extends MemoryType | TableType>(type: T, most: bigint | undefined): T {
  const { min, max } = type.limits;
  if (most === undefined) return type;
  const bound = min > most ? min : most;
  // Without a maximum it may grow as far as its addresses go, which an encoding may not exceed.
  return (max ?? addressable(type)) <= bound ? type : { ...type, limits: { min, max: bound } };
}

/** Pages or entries that have an address. */
function addressable(type: MemoryType | TableType): bigint {
  const bits = type.index === "i64" ? 64n : 32n;
  return "shared" in type ? 1n << (bits - 16n) : (1n << bits) - 1n;
}
