import {
  ByteWriter,
  type Export,
  encodeConstExpr,
  encodeExport,
  encodeGlobal,
  encodeImport,
  encodeList,
  encodeMemoryType,
  encodeTable,
  type Import,
  type MemoryType,
  type Module,
  replaceSections,
  type SectionContents,
  sectionIds,
  type TableEntry,
  type TableType,
} from "@polyplug/wasm-binary";
import { withEntries } from "./list-section.ts";
import { meteredCode } from "./metered-code.ts";
import type { MeteredModule, Metering } from "./metered-module.ts";

/** One page, which no instance changes: all of a thread's share it. */
const epochType: MemoryType = { limits: { min: 1n, max: 1n }, shared: true, index: "i32" };

/**
 * Makes a module over, so that it can be held to a time, to an amount of fuel and to sizes while it runs in the thread of
 * its host. Every index keeps what it refers to, and names and custom sections stay as they are: checks are put into
 * function bodies, and whatever is added comes after what is there.
 *
 * The module has to be valid, or an index that is one too large would reach what was added: ask
 * `WebAssembly.validate` before. What there is of memories becomes imports, so that their sizes are in the host's hand.
 *
 * Throws `unsupported` for instructions that are not known, and for waiting on a shared memory under a time limit, since
 * nothing would end it.
 */
export function meterModule(module: Module, metering: Metering): MeteredModule {
  const namespace = freeName("polyplug:metering", (name) => module.imports.some((item) => item.module === name));
  const memories = module.memories.map((type) => bounded(type, metering.memoryPages));
  const fuel = freeName("polyplug:fuel", (name) => module.exports.some((item) => item.name === name));
  const bytes = replaceSections(module, {
    ...meteredCode(module, metering),
    ...(metering.tableEntries === undefined
      ? {}
      : { table: encodeList(tables(module, metering.tableEntries), encodeTable) }),
    ...(memories.length === 0 ? {} : { memory: encodeList([], encodeMemoryType) }),
    import: encodeList([...module.imports, ...addedImports(namespace, memories, metering)], encodeImport),
    ...(metering.fuel === undefined ? {} : fuelSections(module, fuel, metering.fuel)),
  });
  return { bytes, namespace, memories, hasEpoch: metering.time, fuel: metering.fuel === undefined ? undefined : fuel };
}

function addedImports(module: string, memories: readonly MemoryType[], { time }: Metering): Import[] {
  const own = memories.map(
    (type, index) => ({ module, name: `memory ${index}`, type: { kind: "memory", ...type } }) as const,
  );
  return time ? [...own, { module, name: "epoch", type: { kind: "memory", ...epochType } }] : own;
}

function tables(module: Module, most: bigint): TableEntry[] {
  return module.tables.map(({ type, init }) => ({
    type: bounded(type, most),
    ...(init === undefined ? {} : { init: module.bytes.subarray(init.start, init.end) }),
  }));
}

/** A memory or a table that grows no further than to `most`, and not at all where it is larger from the start. */
function bounded<T extends MemoryType | TableType>(type: T, most: bigint | undefined): T {
  if (most === undefined) return type;
  const { min, max } = type.limits;
  const bound = min > most ? min : most;
  return { ...type, limits: { min, max: max === undefined || max > bound ? bound : max } };
}

/** A global of 64 bits, which is the last, and its export. */
function fuelSections(module: Module, name: string, amount: bigint): Pick<SectionContents, "global" | "export"> {
  const init = encodeConstExpr([{ op: "i64.const", value: amount }]);
  const global = new ByteWriter();
  encodeGlobal(global, { type: { mutable: true, type: "i64" }, init });
  const entry: Export = { name, kind: "global", index: module.indexSpaces.globals.length };
  return {
    global: withEntries(module, sectionIds.global, module.globals.length, [global.toBytes()]),
    export: encodeList([...module.exports, entry], encodeExport),
  };
}

/** `name`, or where that is taken, the first of `name 2`, `name 3`, … that is not. */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} ${number}`;
  return free;
}
