import { PluginError } from "@polyplug/errors";
import {
  type ExternType,
  exportType,
  type MemoryType,
  type Module,
  type Producers,
  printType,
  printValType,
  readProducers,
} from "@polyplug/wasm-binary";
import { capabilitiesOf } from "./capabilities.ts";
import { guessLanguage } from "./guess-language.ts";
import type { ExternInfo, MemoryInfo, PluginInfo, ProducerInfo } from "./plugin-info.ts";

/** A decoded core module as {@link PluginInfo}; nothing in it refers to the module's bytes any longer. */
export async function describeModule(module: Module, size: number): Promise<PluginInfo> {
  const imports = module.imports.map(({ module: from, name, type }) => ({
    module: from,
    ...describeExtern(name, type),
  }));
  const exports = module.exports.map((item) => describeExtern(item.name, exportType(module, item)));
  const { producers, notes } = producersOf(module);
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

function describeExtern(name: string, type: ExternType): ExternInfo {
  const described = { name, kind: type.kind, type: printType(type) };
  if (type.kind !== "func") return described;
  return { ...described, params: type.type.params.map(printValType), results: type.type.results.map(printValType) };
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
  const functions = exports.filter(({ kind }) => kind === "func").map(({ name }) => name);
  if (functions.includes("_start")) return "command";
  return functions.includes("_initialize") ? "reactor" : "plain";
}

function producersOf(module: Module): Pick<PluginInfo, "producers" | "notes"> {
  try {
    return { producers: flattenProducers(readProducers(module)), notes: [] };
  } catch (error) {
    if (PluginError.is(error)) return { producers: [], notes: [error.reason] };
    throw error;
  }
}

function flattenProducers({ language, processedBy, sdk }: Producers): ProducerInfo[] {
  const fields = { language, "processed-by": processedBy, sdk };
  return Object.entries(fields).flatMap(([field, tools]) => tools.map(([name, version]) => ({ field, name, version })));
}
