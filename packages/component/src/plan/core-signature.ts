import type { CoreFunctionType, ResourceOperation } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { type ExternType, type FuncType, printType } from "@polyplug/wasm-binary";
import type { CoreItem } from "./core-item.ts";

/** Whether the core types are one. */
export function sameSignature(one: CoreFunctionType | FuncType, other: CoreFunctionType | FuncType): boolean {
  return `${one.params}>${one.results}` === `${other.params}>${other.results}` && !holdsReference(one);
}

/** References print alike and are none that the canonical ABI has. */
function holdsReference({ params, results }: CoreFunctionType | FuncType): boolean {
  return [...params, ...results].some((type) => typeof type !== "string");
}

/** The core type of a function; undefined for what is none, or is not there yet. */
export function signatureOf(item: CoreItem): CoreFunctionType | FuncType | undefined {
  switch (item.kind) {
    case "export":
      return item.type.kind === "func" ? item.type.type : undefined;
    case "lower":
      return item.signature;
    case "resource":
      return builtinSignature(item.operation);
    default:
      return undefined;
  }
}

/**
 * Throws `malformed` unless `found` is a core function of this type. `what` says what it is, `export "run"`, and `path`
 * where.
 */
export function checkSignature(what: string, path: string, wanted: CoreFunctionType, found: ExternType): void {
  if (found.kind === "func" && sameSignature(wanted, found.type)) return;
  throw misfit(`${what} is ${printType(found)}, and ${printSignature(wanted)} is wanted`, path);
}

/** `func (i32, i32) -> i32`. */
export function printSignature(type: CoreFunctionType | FuncType): string {
  return printType({ kind: "func", type, typeIndex: 0 });
}

/** The error for parts that do not fit each other. */
export function misfit(reason: string, path?: string): PluginError {
  return new PluginError({ code: "malformed", action: "link the plugin", reason, path });
}

/** Of a destructor; of `resource.drop` too. */
export const dropSignature: CoreFunctionType = { params: ["i32"], results: [] };

const handleSignature: CoreFunctionType = { params: ["i32"], results: ["i32"] };

/** The core type of `resource.new`, `resource.rep` and `resource.drop`. */
export function builtinSignature(operation: ResourceOperation): CoreFunctionType {
  return operation === "drop" ? dropSignature : handleSignature;
}

/** The core type of `realloc`. */
export const reallocSignature: CoreFunctionType = { params: ["i32", "i32", "i32", "i32"], results: ["i32"] };
