import { camelCase, type FunctionType, type Parameter } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { type Layout, listed } from "../layout/layout.ts";
import { renderFlat } from "../layout/render.ts";
import { bindingName } from "../names/identifier.ts";
import type { Direction, TypeLayouts } from "./type-layouts.ts";

/** A function as TypeScript has it. */
export interface FunctionLayout {
  /** In parentheses. */
  readonly params: Layout;
  readonly result: Layout;
  /** A line of documentation on what it throws, where it does. */
  readonly throws: string | undefined;
}

/** Who implements a function: the plugin, or the host. */
export type Implementer = "plugin" | "host";

/** A function of a world; of a method without its first parameter, which is the object. */
export function functionLayout(
  types: TypeLayouts,
  name: string,
  type: FunctionType,
  implementer: Implementer,
): FunctionLayout {
  if (type.async === true) throw notCalled(name);
  const given = name.startsWith("[method]") ? type.params.slice(1) : type.params;
  const result = type.result?.kind === "result" ? type.result.ok : type.result;
  return {
    params: listed("(", parameters(types, given, implementer === "plugin" ? "in" : "out"), ")"),
    result: result === undefined ? "void" : types.type(result, implementer === "plugin" ? "out" : "in"),
    throws: type.result?.kind === "result" ? thrown(types, type.result.err) : undefined,
  };
}

function parameters(types: TypeLayouts, params: readonly Parameter[], direction: Direction): Layout[] {
  const taken = new Set<string>();
  return params.map(({ name, type }, index) => {
    const key = bindingName(camelCase(name), `value${index + 1}`, taken);
    return [key, ": ", types.type(type, direction)];
  });
}

function thrown(types: TypeLayouts, error: FunctionType["result"]): string {
  const payload = error === undefined ? "undefined" : renderFlat(types.type(error, "out"));
  return `@throws {ResultError<${payload}>}`;
}

function notCalled(name: string): PluginError {
  const reason = `${name} is an async function, which cannot be called yet`;
  return new PluginError({ code: "unsupported", action: "write types", reason });
}
