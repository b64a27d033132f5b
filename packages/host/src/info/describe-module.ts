import { PluginError } from "@polyplug/errors";
import {
  type ExternType,
  exportType,
  type FuncType,
  type MemoryType,
  type Module,
  type Producers,
  printType,
  printValType,
  readProducers,
} from "@polyplug/wasm-binary";
import { capabilitiesOf } from "./capabilities.ts";
import { guessLanguage } from "./guess-language.ts";
import { isProcedure } from "./is-procedure.ts";
import type { ExternInfo, MemoryInfo, PluginInfo, ProducerInfo } from "./plugin-info.ts";

/** A decoded core module as {@link PluginInfo}; nothing in it refers to the module's bytes any longer. */
export async function describeModule(module: Module, size: number): Promise<PluginInfo> {
  const describe = externDescriber();
  const imports = module.imports.map(({ module: from, name, type }) => ({ module: from, ...describe(name, type) }));
  const exports = module.exports.map((item) => describe(item.name, exportType(module, item)));
  const { producers, notes } = producersOf([module]);
  return {
    kind: "module",
    size,
    imports,
    exports,
    memories: module.indexSpaces.memories.map(describeMemory),
    entry: entryOf(exports),
    language: guessLanguage(producers, imports),
    producers,
    capabilities: await capabilitiesOf(imports),
    notes,
  };
}

/** A component as far as it is recognised: its kind and size. */
export function describeComponent(size: number): PluginInfo {
  return {
    kind: "component",
    size,
    imports: [],
    exports: [],
    memories: [],
    entry: undefined,
    language: undefined,
    producers: [],
    capabilities: [],
    notes: [],
  };
}

/** Parameters and results of all imports and exports together, our own: an adder of 1.8 MB written in Go has 34. */
const mostValues = 1_000_000;

/**
 * Describes each function type once and has all that are of it share the description: a file of six megabytes can
 * mention a type of two thousand values a million times. Since whoever prints it would not share, they are counted.
 */
function externDescriber(): (name: string, type: ExternType) => ExternInfo {
  const known = new Map<FuncType, Omit<ExternInfo, "name">>();
  let values = 0;
  return (name, type) => {
    if (type.kind !== "func") return { name, kind: type.kind, type: printType(type) };
    values += type.type.params.length + type.type.results.length;
    if (values > mostValues) {
      const reason = `its imports and exports take and give more than ${mostValues} values`;
      throw new PluginError({ code: "unsupported", action: "describe module", reason });
    }
    const described = known.get(type.type) ?? describeFunction(type.type, printType(type));
    known.set(type.type, described);
    return { name, ...described };
  };
}

function describeFunction({ params, results }: FuncType, type: string): Omit<ExternInfo, "name"> {
  return { kind: "func", type, params: params.map(printValType), results: results.map(printValType) };
}

function describeMemory({ limits, shared, index }: MemoryType): MemoryInfo {
  return {
    min: Number(limits.min),
    max: limits.max === undefined ? undefined : Number(limits.max),
    shared,
    index,
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/main/legacy/application-abi.md | the WASI application ABI}. */
function entryOf(exports: readonly ExternInfo[]): PluginInfo["entry"] {
  const functions = exports.filter(isProcedure).map(({ name }) => name);
  if (functions.includes("_start")) return "command";
  return functions.includes("_initialize") ? "reactor" : "plain";
}

/** What the `producers` sections of all these say, or what is wrong with one. */
export function producersOf(
  parts: readonly Parameters<typeof readProducers>[0][],
): Pick<PluginInfo, "producers" | "notes"> {
  try {
    const all = new Map<string, ProducerInfo>();
    for (const part of parts) {
      for (const one of flattenProducers(readProducers(part))) all.set(JSON.stringify(one), one);
    }
    return { producers: [...all.values()], notes: [] };
  } catch (error) {
    if (PluginError.is(error)) return { producers: [], notes: [error.reason] };
    throw error;
  }
}

function flattenProducers({ language, processedBy, sdk }: Producers): ProducerInfo[] {
  const fields = { language, "processed-by": processedBy, sdk };
  return Object.entries(fields).flatMap(([field, tools]) => tools.map(([name, version]) => ({ field, name, version })));
}
