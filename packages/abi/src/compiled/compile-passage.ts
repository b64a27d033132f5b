import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import { allNeeds } from "../canonical/needs.ts";
import type { Part, Reader, Writer } from "../canonical/passage.ts";
import type { CallScope } from "../reference/call-scope.ts";
import { loansOf, passedSlots } from "../reference/passages.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { TupleType } from "../types/value-type.ts";
import { CallEmitter, errorAt, errorInValueAt, isGuestsFault, type Stage } from "./call-emitter.ts";
import { emitPointer, emitRefresh } from "./call-values.ts";
import type { Codec } from "./codec.ts";
import { emitLift } from "./emit-lift.ts";
import { emitLower } from "./emit-lower.ts";
import { original } from "./fault.ts";

/** One function that writes the values of one half of a call to a place in memory. */
export function compileWriter(part: Part, type: FunctionType, options: FunctionOptions, codec: Codec): Writer {
  const e = new CallEmitter(codec);
  const { subject, slots } = passedSlots(part, "lower", options, type);
  const tuple: TupleType = { kind: "tuple", types: slots.map((slot) => slot.type) };
  const { handles } = allNeeds(tuple.types);
  e.line("let s=0;try{");
  if (handles) e.line(`const h=${e.constant(codec)}.beginScope();`);
  e.begin("host", subject);
  emitRefresh(e);
  const { place } = emitPointer(e, tuple, "p", "the memory for it is");
  for (const [index, slot] of slots.entries()) {
    e.begin("host", slot.subject, slot.root);
    emitLower(e, slot.type, e.let(`v[${index}]`), place.field(slots, index));
  }
  if (handles) e.line(`return ${e.constant(loans(options))}(h);`);
  e.line(`}catch(e){throw ${e.constant(failureToWrite(options, handles ? codec : undefined, e.stages))}(e,s);}`);
  return e.linkCounted("v", "p").call as Writer;
}

/** One function that reads them there. */
export function compileReader(part: Part, type: FunctionType, options: FunctionOptions, codec: Codec): Reader {
  const e = new CallEmitter(codec);
  const { subject, slots } = passedSlots(part, "lift", options, type);
  const tuple: TupleType = { kind: "tuple", types: slots.map((slot) => slot.type) };
  const { handles } = allNeeds(tuple.types);
  e.line("let s=0;try{");
  if (handles) e.line(`const h=${e.constant(codec)}.beginScope();`);
  e.begin("guest", subject);
  emitRefresh(e);
  e.line(`${e.memory}.lifted=0;`);
  const { place } = emitPointer(e, tuple, "p", "they are");
  const values = slots.map((slot, index) => {
    e.begin("guest", slot.subject, slot.root);
    return e.let(emitLift(e, slot.type, place.field(slots, index)));
  });
  const lent = handles ? `${e.constant(loans(options))}(h)` : "undefined";
  e.line(`return{values:[${values.join(",")}],loans:${lent}};`);
  e.line(`}catch(e){throw ${e.constant(failureToRead(e.stages))}(e,s);}`);
  return e.linkCounted("p").call as Reader;
}

function loans({ resources }: FunctionOptions): (scope: CallScope) => unknown {
  return (scope) => loansOf(scope, resources);
}

/** The error for what went wrong, after nothing was handed over nor lent. */
function failureToWrite(
  { instance, resources }: FunctionOptions,
  scoped: Codec | undefined,
  stages: readonly Stage[],
): (thrown: unknown, mark: number) => unknown {
  return (thrown, mark) => {
    scoped?.scope.abandon(instance.handles, resources);
    const isReallocs = !instance.mayLeave;
    instance.mayLeave = true;
    const stage = stages[mark];
    if (isReallocs || stage === undefined) return original(thrown);
    return isGuestsFault(stage, thrown) ? errorAt(stage, thrown) : errorInValueAt(stage, thrown);
  };
}

function failureToRead(stages: readonly Stage[]): (thrown: unknown, mark: number) => unknown {
  return (thrown, mark) => {
    const stage = stages[mark];
    return stage === undefined ? thrown : errorAt(stage, thrown);
  };
}
