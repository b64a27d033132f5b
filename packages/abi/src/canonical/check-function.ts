import { PluginError } from "@polyplug/errors";
import { flattenTypes } from "../flatten/flatten-type.ts";
import { maxFlatResults } from "../limits.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { FunctionOptions } from "./canonical-abi.ts";
import { allNeeds } from "./needs.ts";

/**
 * Throws unless functions of this type can be lifted or lowered with these options: what is wrong comes to light when a
 * plugin is loaded, and not when it is called.
 */
export function checkFunction(verb: "lift" | "lower", type: FunctionType, options: FunctionOptions): void {
  const action = `${verb} ${JSON.stringify(options.name)}`;
  try {
    const reason = fault(verb, type, options);
    if (reason !== undefined) throw new PluginError({ code: type.async ? "unsupported" : "malformed", action, reason });
  } catch (error) {
    throw PluginError.is(error) && error.action !== action ? error.within(action) : error;
  }
}

function fault(verb: "lift" | "lower", type: FunctionType, options: FunctionOptions): string | undefined {
  if (type.async === true) return "async functions are not known yet";
  const paramTypes = type.params.map((param) => param.type);
  const resultTypes = type.result === undefined ? [] : [type.result];
  const params = allNeeds(paramTypes);
  const result = allNeeds(resultTypes);
  if (result.borrow) return "its result holds a borrow";
  const paramsInMemory = params.memory || flattenTypes(paramTypes) === undefined;
  const flatResult = flattenTypes(resultTypes);
  const resultInMemory = result.memory || flatResult === undefined || flatResult.length > maxFlatResults;
  const needsRealloc = verb === "lift" ? paramsInMemory : result.memory;
  if ((paramsInMemory || resultInMemory) && options.memory === undefined) return lacks("memory");
  return needsRealloc && options.realloc === undefined ? lacks("realloc") : undefined;
}

function lacks(what: string): string {
  return `its type needs a ${what}, and there is none`;
}
