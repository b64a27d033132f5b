import {
  ByteWriter,
  encodeConstExpr,
  encodeExport,
  encodeGlobal,
  encodeImport,
  encodeList,
  encodeMemoryType,
  encodeTable,
  type MemoryType,
  type Module,
  replaceSections,
  type SectionContents,
  sectionIds,
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
  const { time, fuel, memoryPages, tableEntries } = metering;
  const namespace = freeName("polyplug:metering", (name) => module.imports.some((item) => item.module === name));
  const memories =
    memoryPages === undefined ? module.memories : module.memories.map((type) => bounded(type, memoryPages));
  const fuelName = freeName("polyplug:fuel", (name) => module.exports.some((item) => item.name === name));
  const bytes = replaceSections(module, {
    ...meteredCode(module, metering),
    ...importSections(module, namespace, memories, time),
    ...(tableEntries === undefined ? {} : tableSection(module, tableEntries)),
    ...(fuel === undefined ? {} : fuelSections(module, fuelName, fuel)),
  });
  return { bytes, namespace, memories, hasEpoch: time, fuel: fuel === undefined ? undefined : fuelName };
}

/** What the module imports beside its own: memories that were its own, and the epoch after them. */
function importSections(
  module: Module,
  namespace: string,
  memories: readonly MemoryType[],
  time: boolean,
): SectionContents {
  const named = memories.map((type, index) => ({ name: `memory ${index}`, type }));
  const added = time ? [...named, { name: "epoch", type: epochType }] : named;
  if (added.length === 0) return {};
  const imports = added.map(({ name, type }) =>
    entry(encodeImport, { module: namespace, name, type: { kind: "memory", ...type } }),
  );
  return {
    import: withEntries(module, sectionIds.import, module.imports.length, imports),
    ...(memories.length === 0 ? {} : { memory: encodeList([], encodeMemoryType) }),
  };
}

function tableSection({ tables, bytes }: Module, most: bigint): SectionContents {
  if (tables.length === 0) return {};
  const entries = tables.map(({ type, init }) => ({
    type: bounded(type, most),
    ...(init === undefined ? {} : { init: bytes.subarray(init.start, init.end) }),
  }));
  return { table: encodeList(entries, encodeTable) };
}

/** A memory or a table that grows no further than to `most`, and not at all where it is larger from the start. */
function bounded<T extends MemoryType | TableType>(type: T, most: bigint): T {
  const { min, max } = type.limits;
  const bound = min > most ? min : most;
  // Without a maximum it may grow as far as its addresses go, which an encoding may not exceed.
  return (max ?? addressable(type)) <= bound ? type : { ...type, limits: { min, max: bound } };
}

/** Pages or entries that have an address. */
function addressable(type: MemoryType | TableType): bigint {
  const bits = type.index === "i64" ? 64n : 32n;
  return "shared" in type ? 1n << (bits - 16n) : (1n << bits) - 1n;
}

/** A global of 64 bits, which is the last, and its export. */
function fuelSections(module: Module, name: string, value: bigint): SectionContents {
  const init = encodeConstExpr([{ op: "i64.const", value }]);
  const global = entry(encodeGlobal, { type: { mutable: true, type: "i64" }, init });
  const exported = entry(encodeExport, { name, kind: "global", index: module.indexSpaces.globals.length });
  return {
    global: withEntries(module, sectionIds.global, module.globals.length, [global]),
    export: withEntries(module, sectionIds.export, module.exports.length, [exported]),
  };
}

function entry<T>(encode: (writer: ByteWriter, entry: T) => void, value: T): Uint8Array {
  const writer = new ByteWriter();
  encode(writer, value);
  return writer.toBytes();
}

/** `name`, or where that is taken, the first of `name 2`, `name 3`, … that is not. */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} ${number}`;
  return free;
}
