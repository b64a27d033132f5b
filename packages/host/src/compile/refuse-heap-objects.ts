import { PluginError } from "@polyplug/errors";
import type { Module, ValType } from "@polyplug/wasm-binary";

/**
 * Values that an exception may carry. Those of C++, Kotlin and others carry one; as many as a stack has room to refer to
 * take the engine's heap no more than some hundred megabytes then.
 */
const mostCarried = 16;

/**
 * Throws `unsupported` for a module that can make what lies in the engine's heap and stays there: objects of garbage
 * collection, and exceptions that it keeps. Such a module has types or tags of a kind that others do not have, so that no
 * code has to be looked at.
 */
export function refuseHeapObjects(module: Module, action: string): void {
  const found = heapObjects(module);
  if (found === undefined) return;
  const reason = `it ${found}, which no limit bounds; limits.objects "unbounded" lets it in`;
  throw new PluginError({ code: "unsupported", action, reason, path: "limits.objects" });
}

function heapObjects({ types, indexSpaces, tables }: Module): string | undefined {
  if (types.some(({ composite }) => composite.kind !== "func")) return "makes garbage-collected objects";
  const keeps =
    tables.some(({ type }) => isException(type.element)) || indexSpaces.globals.some(({ type }) => isException(type));
  if (keeps) return "keeps exceptions in tables or globals";
  const carried = indexSpaces.tags.map((index) => {
    const composite = types[index]?.composite;
    return composite?.kind === "func" ? composite.type.params.length : 0;
  });
  const largest = carried.reduce((most, count) => Math.max(most, count), 0);
  return largest > mostCarried ? `throws exceptions that carry ${largest} values` : undefined;
}

function isException(type: ValType): boolean {
  return typeof type === "object" && (type.heap === "exn" || type.heap === "noexn");
}
