import type { ListType, ValueType } from "../types/value-type.ts";
import type { Codec } from "./codec.ts";
import { emitLiftParts } from "./emit-lift.ts";
import { emitLowerParts } from "./emit-lower.ts";
import { Emitter } from "./emitter.ts";
import { FlatSink, FlatSource, flatOf } from "./flat-places.ts";
import { emitLoadList } from "./load-list.ts";
import { MemoryPlace } from "./memory-place.ts";
import { emitStoreList } from "./store-list.ts";

/**
 * What a function for a type does. `store(value, pointer)`, `load(pointer)`; `lower(value)` gives an array of core
 * values and `lift(…core values)` takes them; `storeList(value)` gives the pointer and leaves the length in the memory,
 * `loadList(pointer, length)` takes both.
 */
export type TypeWork = "store" | "load" | "lower" | "lift" | "storeList" | "loadList";

export function makeTypeFunction(codec: Codec, work: TypeWork, type: ValueType): CallableFunction {
  const e = new Emitter(codec);
  const slots =
    work === "lower" || work === "lift" ? flatOf(type).map((core, index) => ({ type: core, name: `r${index}` })) : [];
  const names = slots.map(({ name }) => name);
  switch (work) {
    case "store":
      e.guarded(() => emitLowerParts(e, type, "v", new MemoryPlace(e, "p")));
      return e.linkCounted("v", "p").call;
    case "load":
      e.guarded(() => e.line(`return ${emitLiftParts(e, type, new MemoryPlace(e, "p"))};`));
      return e.linkCounted("p").call;
    case "lower":
      e.line(`let ${names.join(",")};`);
      e.guarded(() => emitLowerParts(e, type, "v", new FlatSink(e, slots)));
      e.line(`return[${names.join(",")}];`);
      return e.linkCounted("v").call;
    case "lift":
      e.guarded(() => e.line(`return ${emitLiftParts(e, type, new FlatSource(e, slots))};`));
      return e.linkCounted(...names).call;
    case "storeList":
      emitStoreList(e, type as ListType);
      return e.linkCounted("v").call;
    case "loadList":
      emitLoadList(e, type as ListType);
      return e.linkCounted("p", "n").call;
  }
}
