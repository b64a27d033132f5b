import type { ResourceType } from "../types/resource-type.ts";
import type { CallContext } from "./call-context.ts";
import type { ResourceHandle } from "./resource-handle.ts";

/** The representation of a resource that the guest hands over: its handle is gone. */
export function liftOwn(cx: CallContext, index: number, resource: ResourceType): number {
  const handle = handleAt(cx, index, resource);
  if (handle.lends !== 0) throw cx.trap(`handle ${index} is lent to ${handle.lends} calls under way`);
  if (handle.borrowedFor !== undefined) throw cx.trap(`handle ${index} is borrowed and not owned`);
  cx.handles.remove(index);
  return handle.rep;
}

/** The representation of a resource that the guest lends for the time of the call. */
export function liftBorrow(cx: CallContext, index: number, resource: ResourceType): number {
  const handle = handleAt(cx, index, resource);
  cx.scope.lend(handle);
  return handle.rep;
}

function handleAt(cx: CallContext, index: number, resource: ResourceType): ResourceHandle {
  const handle = cx.handles.get(index);
  if (handle === undefined) throw cx.trap(`there is no handle ${index}`);
  if (handle.resource === resource) return handle;
  throw cx.trap(`expected a handle to ${resource.name}, got one to ${handle.resource.name}`);
}
