import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import { calledExport, type Subject } from "../canonical/subject.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { camelCase } from "../values/camel-case.ts";

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

/** The parameters of an export are lowered, those of an import lifted. */
export function paramSlots(verb: "lift" | "lower", options: FunctionOptions, { params }: FunctionType): ValueSlots {
  const of = `of ${JSON.stringify(options.name)}`;
  const about: Omit<Subject, "action"> =
    verb === "lift" ? { code: "trap" } : { code: "bad-argument", ...calledExport(options) };
  return {
    subject: { action: `${verb} the arguments ${of}`, ...about },
    slots: params.map((param, index) => ({
      subject: { action: `${verb} argument ${index + 1} ${of}`, ...about },
      root: camelCase(param.name),
      type: param.type,
    })),
  };
}

/** The result of an export is lifted, that of an import lowered. */
export function resultSlots(verb: "lift" | "lower", options: FunctionOptions, { result }: FunctionType): ValueSlots {
  const action = `${verb} the result of ${JSON.stringify(options.name)}`;
  const subject: Subject =
    verb === "lift" ? { action, code: "trap", ...calledExport(options) } : { action, code: "bad-result" };
  return { subject, slots: result === undefined ? [] : [{ subject, root: "", type: result }] };
}
