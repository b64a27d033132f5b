import { PluginError } from "@polyplug/errors";
import type { FuncType } from "./composite-type.ts";
import type { ExternType } from "./extern-type.ts";
import type { Export, Module } from "./module.ts";

/**
 * The type of what an export gives.
 *
 * Throws `malformed` when the export is not one of `module` and its index refers to nothing there.
 *
 * See {@link https://webassembly.github.io/spec/core/valid/modules.html#exports | validation, exports}.
 */
export function exportType(module: Module, entry: Export): ExternType {
  const type = lookUp(module, entry);
  if (type !== undefined) return type;
  const reason = `export ${JSON.stringify(entry.name)} refers to ${entry.kind} ${entry.index}, which is not there`;
  throw new PluginError({ code: "malformed", action: "decode module", reason });
}

function lookUp(module: Module, { kind, index }: Export): ExternType | undefined {
  const { functions, tables, memories, globals, tags } = module.indexSpaces;
  switch (kind) {
    case "func":
      return typed(module, "func", functions[index]);
    case "tag":
      return typed(module, "tag", tags[index]);
    case "table":
      return tables[index] && { kind, ...tables[index] };
    case "memory":
      return memories[index] && { kind, ...memories[index] };
    case "global":
      return globals[index] && { kind, ...globals[index] };
  }
}

function typed(module: Module, kind: "func" | "tag", typeIndex: number | undefined): ExternType | undefined {
  if (typeIndex === undefined) return undefined;
  const type = funcType(module, typeIndex);
  return type && { kind, type, typeIndex };
}

/** The function type with this type index, or undefined when there is none. */
export function funcType(module: Module, typeIndex: number): FuncType | undefined {
  const composite = module.types[typeIndex]?.composite;
  return composite?.kind === "func" ? composite.type : undefined;
}
