import {
  ByteWriter,
  encodeImport,
  encodeList,
  encodeMemoryType,
  type MemoryType,
  type Module,
  replaceSections,
  type SectionContents,
  sectionIds,
} from "@polyplug/wasm-binary";
import { withEntries } from "./list-section.ts";
import { meteredCode } from "./metered-code.ts";
import type { MeteredModule, Metering } from "./metered-module.ts";

/** One page, which no instance changes: all of a thread's share it. */
const pageType: MemoryType = { limits: { min: 1n, max: 1n }, shared: true, index: "i32" };

/**
 * Makes a module over, so that it can be held to a time and to an amount of fuel while it runs in the thread of its host.
 * Every index keeps what it refers to, and names and custom sections stay as they are: checks are put into function
 * bodies, and whatever is added comes after what is there.
 *
 * The module has to be valid, or an index that is one too large would reach what was added: ask
 * `WebAssembly.validate` before. What there is of memories becomes imports, since the page that the checks look at comes
 * after them; whoever makes them decides how far they grow.
 *
 * Throws `unsupported` for instructions that are not known, and for waiting on a shared memory under a time limit, since
 * nothing would end it.
 */
export function meterModule(module: Module, metering: Metering): MeteredModule {
  const { memories } = module;
  const namespace = freeName("polyplug:metering", (name) => module.imports.some((item) => item.module === name));
  const bytes = replaceSections(module, {
    ...meteredCode(module, metering),
    ...importSections(module, namespace),
  });
  return { bytes, namespace, memories };
}

/** What the module imports beside its own: memories that were its own, and the page after them. */
function importSections(module: Module, namespace: string): SectionContents {
  const { memories } = module;
  const named = memories.map((type, index) => ({ name: `memory ${index}`, type }));
  const imports = [...named, { name: "page", type: pageType }].map(({ name, type }) => {
    const writer = new ByteWriter();
    encodeImport(writer, { module: namespace, name, type: { kind: "memory", ...type } });
    return writer.toBytes();
  });
  return {
    import: withEntries(module, sectionIds.import, module.imports.length, imports),
    ...(memories.length === 0 ? {} : { memory: encodeList([], encodeMemoryType) }),
  };
}

/** `name`, or where that is taken, the first of `name 2`, `name 3`, … that is not. */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} ${number}`;
  return free;
}
