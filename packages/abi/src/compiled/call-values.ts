import { allNeeds } from "../canonical/needs.ts";
import { flattenTypes } from "../flatten/flatten-type.ts";
import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import type { ValueSlots } from "../reference/value-slots.ts";
import type { TupleType } from "../types/value-type.ts";
import type { CallEmitter } from "./call-emitter.ts";
import { emitLift } from "./emit-lift.ts";
import { emitLower } from "./emit-lower.ts";
import type { Emitter } from "./emitter.ts";
import { FlatSink, FlatSource } from "./flat-places.ts";
import { MemoryPlace } from "./memory-place.ts";

/**
 * Emits what lifts values from core values of these names, or from where the first of them points to, and gives their
 * expressions.
 */
export function emitLiftValues(
  e: CallEmitter,
  maxFlat: number,
  core: readonly string[],
  { subject, slots }: ValueSlots,
): string[] {
  const types = slots.map(({ type }) => type);
  const flat = flattenTypes(types);
  const isFlat = flat !== undefined && flat.length <= maxFlat;
  if (allNeeds(types).memory || !isFlat) emitRefresh(e);
  if (allNeeds(types).memory) e.line(`${e.memory}.lifted=0;`);
  let from: FlatSource | MemoryPlace;
  if (isFlat) {
    from = new FlatSource(
      e,
      flat.map((type, index) => ({ type, name: core[index] ?? "" })),
    );
  } else {
    e.begin("guest", subject);
    from = emitPointer(e, { kind: "tuple", types }, `${core[0]}>>>0`, "they are").place;
  }
  return slots.map((slot, index) => {
    e.begin("guest", slot.subject, slot.root);
    return emitLift(e, slot.type, from.field(slots, index));
  });
}

/**
 * Emits what lowers the values of these names and gives the names of the core values: as many as they have, or one
 * pointer to memory that the guest allocates, or none where `outParam` is the pointer.
 */
export function emitLowerValues(
  e: CallEmitter,
  maxFlat: number,
  values: readonly string[],
  { subject, slots }: ValueSlots,
  outParam?: string,
  lower: typeof emitLower = emitLower,
): readonly string[] {
  const types = slots.map(({ type }) => type);
  const flat = flattenTypes(types);
  const isFlat = flat !== undefined && flat.length <= maxFlat;
  if (allNeeds(types).memory || !isFlat) emitRefresh(e);
  let core: readonly string[];
  let to: FlatSink | MemoryPlace;
  if (isFlat) {
    const variables = flat.map((type) => ({ type, name: e.variable() }));
    core = variables.map(({ name }) => name);
    if (core.length > 0) e.line(`let ${core.join(",")};`);
    to = new FlatSink(e, variables);
  } else {
    const tuple: TupleType = { kind: "tuple", types };
    e.begin("host", subject);
    const allocated = `${e.constant(e.codec.reallocate)}(0,0,${alignment(tuple)},${elementSize(tuple)})`;
    const given = outParam === undefined ? allocated : `${outParam}>>>0`;
    const { pointer, place } = emitPointer(e, tuple, given, "the memory for it is");
    core = outParam === undefined ? [pointer] : [];
    to = place;
  }
  for (const [index, slot] of slots.entries()) {
    e.begin("host", slot.subject, slot.root);
    lower(e, slot.type, values[index] ?? "undefined", to.field(slots, index));
  }
  return core;
}

interface Pointed {
  /** The name of the pointer. */
  readonly pointer: string;
  readonly place: MemoryPlace;
}

/** Emits the pointer to such a value, after checking that it is aligned and within memory. */
export function emitPointer(e: Emitter, type: TupleType, expression: string, what: string): Pointed {
  const [align, size, m] = [alignment(type), elementSize(type), e.memory];
  const pointer = e.let(expression);
  e.line(
    `if((${pointer}&${align - 1})!==0||${pointer}+${size}>${m}.bytes.length)${m}.checkRange(${pointer},${align},${size},"${what}");`,
  );
  return { pointer, place: new MemoryPlace(e, pointer) };
}

/** Emits what finds out whether memory has grown since it was last looked at. */
export function emitRefresh(e: Emitter): void {
  e.line(`if(${e.memory}.bytes.length===0)${e.memory}.refresh();`);
}
