import type { ResourceType } from "../types/resource-type.ts";
import { smallInteger } from "../values/integer.ts";
import type { CallContext } from "./call-context.ts";
import { ResourceHandle } from "./resource-handle.ts";

/** A new handle by which the guest owns the resource. */
export function lowerOwn(cx: CallContext, rep: unknown, resource: ResourceType): number {
  return cx.handles.add(new ResourceHandle(resource, smallInteger(cx, "u32", rep)));
}

/** A new handle by which the guest borrows the resource; a guest that implements it gets the representation itself. */
export function lowerBorrow(cx: CallContext, value: unknown, resource: ResourceType): number {
  const rep = smallInteger(cx, "u32", value);
  if (cx.handles.implements(resource)) return rep;
  cx.scope.borrows++;
  return cx.handles.add(new ResourceHandle(resource, rep, cx.scope));
}
