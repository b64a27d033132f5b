import { PluginError } from "@polyplug/errors";
import type { ResourceMapping } from "../canonical/canonical-abi.ts";
import { unreadable } from "../canonical/refusals.ts";
import type { HandleType } from "../types/value-type.ts";
import { describe } from "../values/describe.ts";
import { smallInteger } from "../values/integer.ts";
import type { HandleContext } from "./handle-context.ts";
import { ResourceHandle } from "./resource-handle.ts";

/** A new handle by which the guest owns the resource. */
export function lowerOwn(cx: HandleContext, value: unknown, type: HandleType): number {
  const rep = representation(cx, value, type);
  const index = added(cx, new ResourceHandle(type.resource, rep));
  cx.scope.entrust(type, value, rep, index);
  return index;
}

/** A new handle by which the guest borrows the resource; a guest that implements it gets the representation itself. */
export function lowerBorrow(cx: HandleContext, value: unknown, type: HandleType): number {
  const { handles } = cx.options.instance;
  const rep = representation(cx, value, type);
  if (handles.implements(type.resource)) {
    cx.scope.entrust(type, value, rep);
    return rep;
  }
  cx.scope.borrows++;
  const index = added(cx, new ResourceHandle(type.resource, rep, cx.scope));
  cx.scope.entrust(type, value, rep, index);
  return index;
}

function representation(cx: HandleContext, value: unknown, type: HandleType): number {
  const { resources } = cx.options;
  if (resources === undefined) return smallInteger(cx, "u32", value);
  const rep = lowered(cx, resources, value, type);
  if (rep !== undefined) return rep;
  throw cx.misfit(`expected a resource ${type.resource.name}, got ${describe(value)}`);
}

function added(cx: HandleContext, handle: ResourceHandle): number {
  const { handles } = cx.options.instance;
  const { overflow } = handles;
  if (overflow !== undefined) throw cx.exceeded(overflow);
  return handles.add(handle);
}

function lowered(cx: HandleContext, resources: ResourceMapping, value: unknown, type: HandleType): number | undefined {
  try {
    return resources.lower(type, value);
  } catch (cause) {
    throw cx.misfit(PluginError.is(cause) ? cause.reason : unreadable(cause), cause);
  }
}
