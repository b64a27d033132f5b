import { PluginError } from "@polyplug/errors";
import { flattenTypes } from "../flatten/flatten-type.ts";
import { elementSize } from "../layout/element-size.ts";
import { maxFlatResults } from "../limits.ts";
import { memoize } from "../memoize.ts";
import type { FunctionType } from "../types/function-type.ts";
import { recordFields } from "../types/record-fields.ts";
import type { ValueType } from "../types/value-type.ts";
import { variantCases } from "../types/variant-cases.ts";
import { keys } from "../values/keys.ts";
import type { FunctionOptions } from "./canonical-abi.ts";

/** What a value of a type asks for, beside core values. */
interface Needs {
  readonly memory: boolean;
  readonly borrow: boolean;
}

/**
 * Throws unless functions of this type can be lifted or lowered with these options: what is wrong comes to light when a
 * plugin is loaded, and not when it is called.
 */
export function checkFunction(verb: "lift" | "lower", type: FunctionType, options: FunctionOptions): void {
  const action = `${verb} ${JSON.stringify(options.name)}`;
  try {
    if (type.async === true) {
      throw new PluginError({ code: "unsupported", action, reason: "async functions are not known yet" });
    }
    const params = type.params.map((param) => needs(param.type));
    const result = type.result === undefined ? none : needs(type.result);
    if (result.borrow) throw new PluginError({ code: "malformed", action, reason: "its result holds a borrow" });
    const spilled = flattenTypes(type.params.map((param) => param.type)) === undefined;
    const returned = type.result === undefined ? [] : flattenTypes([type.result]);
    const byPointer = returned === undefined || returned.length > maxFlatResults;
    const fromMemory = params.some(({ memory }) => memory) || spilled;
    const memory = fromMemory || result.memory || byPointer;
    const realloc = verb === "lift" ? fromMemory : result.memory;
    for (const [wanted, key] of [
      [memory, "memory"],
      [realloc, "realloc"],
    ] as const) {
      if (!wanted || options[key] !== undefined) continue;
      throw new PluginError({ code: "malformed", action, reason: `its type needs a ${key}, and there is none` });
    }
  } catch (error) {
    throw PluginError.is(error) && error.action !== action ? error.within(action) : error;
  }
}

const none: Needs = { memory: false, borrow: false };

const needs: (type: ValueType) => Needs = memoize((type) => {
  // Throws for what has no layout, at any depth.
  elementSize(type);
  switch (type.kind) {
    case "string":
      return { ...none, memory: true };
    case "list":
      return { ...needs(type.element), memory: true };
    case "borrow":
      return { ...none, borrow: true };
    case "record":
    case "tuple":
      if (type.kind === "record") keys(type);
      return all(recordFields(type).map((field) => field.type));
    case "variant":
    case "option":
    case "result":
      return all(variantCases(type).flatMap((one) => one.type ?? []));
    case "flags":
      keys(type);
      return none;
    default:
      return none;
  }
});

function all(types: readonly ValueType[]): Needs {
  const found = types.map(needs);
  return { memory: found.some(({ memory }) => memory), borrow: found.some(({ borrow }) => borrow) };
}
