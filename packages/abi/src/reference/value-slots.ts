import type { FunctionType } from "../types/function-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { camelCase } from "../values/camel-case.ts";
import type { Subject } from "./call-context.ts";

/** A value of a call: its type, and how messages speak of it. */
export interface ValueSlot {
  readonly subject: Subject;
  /** What paths begin with: a parameter's name, nothing for a result. */
  readonly root: string;
  readonly type: ValueType;
}

/** Values that are passed together, and how messages speak of all of them. */
export interface ValueSlots {
  readonly subject: Subject;
  readonly slots: readonly ValueSlot[];
}

export function paramSlots(verb: "lift" | "lower", name: string, { params }: FunctionType): ValueSlots {
  const of = `of ${JSON.stringify(name)}`;
  const code = verb === "lift" ? "trap" : "bad-argument";
  return {
    subject: { action: `${verb} the arguments ${of}`, code },
    slots: params.map((param, index) => ({
      subject: { action: `${verb} argument ${index + 1} ${of}`, code },
      root: camelCase(param.name),
      type: param.type,
    })),
  };
}

export function resultSlots(verb: "lift" | "lower", name: string, { result }: FunctionType): ValueSlots {
  const code = verb === "lift" ? "trap" : "bad-result";
  const subject: Subject = { action: `${verb} the result of ${JSON.stringify(name)}`, code };
  return { subject, slots: result === undefined ? [] : [{ subject, root: "", type: result }] };
}
