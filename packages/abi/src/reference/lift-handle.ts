import type { HandleType } from "../types/value-type.ts";
import type { HandleContext } from "./handle-context.ts";
import type { ResourceHandle } from "./resource-handle.ts";

/** What a resource that the guest hands over is in JavaScript: its handle is gone. */
export function liftOwn(cx: HandleContext, index: number, type: HandleType): unknown {
  const { instance, resources } = cx.options;
  const handle = handleAt(cx, index, type);
  if (handle.lends !== 0) throw cx.trap(`handle ${index} is lent to ${handle.lends} calls under way`);
  if (handle.borrowedFor !== undefined) throw cx.trap(`handle ${index} is borrowed and not owned`);
  instance.handles.remove(index);
  return resources === undefined ? handle.rep : resources.lift(type, handle.rep);
}

/** What a resource that the guest lends for the time of the call is in JavaScript. */
export function liftBorrow(cx: HandleContext, index: number, type: HandleType): unknown {
  const { resources } = cx.options;
  const handle = handleAt(cx, index, type);
  cx.scope.lend(handle);
  if (resources === undefined) return handle.rep;
  const value = resources.lift(type, handle.rep);
  cx.scope.entrust(type, value, handle.rep);
  return value;
}

function handleAt(cx: HandleContext, index: number, { resource }: HandleType): ResourceHandle {
  const handle = cx.options.instance.handles.get(index, resource);
  if (handle === undefined) throw cx.trap(`there is no handle ${index}`);
  if (handle.resource === resource) return handle;
  throw cx.trap(`expected a handle to ${resource.name}, got one to ${handle.resource.name}`);
}
