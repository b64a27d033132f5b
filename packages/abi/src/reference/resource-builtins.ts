import { PluginError } from "@polyplug/errors";
import type { ResourceType } from "../types/resource-type.ts";
import type { HandleTable } from "./handle-table.ts";
import { ResourceHandle } from "./resource-handle.ts";

/**
 * A new handle to a resource that the guest implements; its index.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-resourcenew | Canonical ABI, `canon resource.new`}.
 */
export function resourceNew(handles: HandleTable, resource: ResourceType, rep: number): number {
  return handles.add(new ResourceHandle(resource, rep >>> 0));
}

/**
 * The representation behind a handle. Throws `trap` where the index is no handle to such a resource.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-resourcerep | Canonical ABI, `canon resource.rep`}.
 */
export function resourceRep(handles: HandleTable, resource: ResourceType, index: number): number {
  return handleAt(handles, resource, index >>> 0, "look through").rep;
}

/**
 * Drops a handle. Gives back the representation where it was owned, and undefined where it was borrowed. What was owned
 * has to be ended by a lifted function then, be it one that does nothing: that traps where the instance that implements
 * the resource is in a call already. Throws `trap` where the index is no handle to such a resource, or it is lent.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-resourcedrop | Canonical ABI, `canon resource.drop`}.
 */
export function resourceDrop(handles: HandleTable, resource: ResourceType, index: number): number | undefined {
  const handle = handleAt(handles, resource, index >>> 0, "drop");
  if (handle.lends !== 0) throw fault("drop", index >>> 0, `it is lent to ${handle.lends} calls under way`);
  handles.remove(index >>> 0);
  if (handle.borrowedFor === undefined) return handle.rep;
  handle.borrowedFor.borrows--;
  return undefined;
}

function handleAt(handles: HandleTable, resource: ResourceType, index: number, verb: string): ResourceHandle {
  const handle = handles.get(index);
  if (handle === undefined) throw fault(verb, index, "there is no such handle");
  if (handle.resource === resource) return handle;
  throw fault(verb, index, `expected a handle to ${resource.name}, got one to ${handle.resource.name}`);
}

function fault(verb: string, index: number, reason: string): PluginError {
  return new PluginError({ code: "trap", action: `${verb} handle ${index}`, reason });
}
