import { PluginError } from "@polyplug/errors";
import { exportType, type FuncType, type Module, type NameMap, readNames, type ValType } from "@polyplug/wasm-binary";
import { type Layout, listed } from "./layout/layout.ts";
import { bindingName } from "./names/identifier.ts";
import { ExportedValues } from "./text/exported-values.ts";
import { moduleText } from "./text/module-text.ts";

/** Exports that belong to the protocol between host and plugin, and are not for callers. */
const protocol: ReadonlySet<string> = new Set(["_start", "_initialize", "__wasm_call_ctors"]);

/**
 * The declarations of a module whose exports are the functions of a core module without a contract, with the names of
 * parameters that it has for debugging.
 */
export function printBareDeclarations(module: Module): string {
  const values = new ExportedValues();
  return moduleText("What the plugin exports", [functions(module, values), values.statements()]);
}

function* functions(module: Module, values: ExportedValues): Generator<Layout> {
  const locals = parameterNames(module);
  for (const [index, item] of module.exports.entries()) {
    const external = exportType(module, item);
    if (external.kind !== "func") continue;
    const { params, results } = external.type;
    if (protocol.has(item.name) && params.length + results.length === 0) continue;
    const { head } = values.declare("function", item.name, `function${index}`);
    yield [head, parameterList(external.type, locals.get(item.index)), ": ", resultOf(results), ";"];
  }
}

/** None where the section is at fault, for that says nothing about the module. */
function parameterNames(module: Module): ReadonlyMap<number, NameMap> {
  try {
    return readNames(module).locals;
  } catch (error) {
    if (PluginError.is(error) && error.code === "malformed") return new Map();
    throw error;
  }
}

function parameterList({ params }: FuncType, names: NameMap | undefined): Layout {
  const taken = new Set<string>();
  const parameters = params.map((type, index) => {
    return `${bindingName(names?.get(index) ?? "", `value${index + 1}`, taken)}: ${typeOf(type)}`;
  });
  return listed("(", parameters, ")");
}

function resultOf(results: readonly ValType[]): Layout {
  const [only, ...more] = results;
  if (only === undefined) return "void";
  return more.length === 0 ? typeOf(only) : listed("[", results.map(typeOf), "]");
}

/** See {@link https://webassembly.github.io/spec/js-api/#tojsvalue | ToJSValue}. */
function typeOf(type: ValType): string {
  if (type === "i64") return "bigint";
  // Vectors do not pass between JavaScript and WebAssembly at all.
  if (type === "v128") return "never";
  if (typeof type === "string") return "number";
  return type.heap === "func" ? `CallableFunction${type.nullable ? " | null" : ""}` : "unknown";
}
