import { ResultError } from "@polyplug/errors";
import { Resource, type ResourceClass } from "./resource.ts";

/**
 * A resource that no guest ever gets hold of, for nothing hands it out. Its methods are there to be linked, and answer
 * with that `err`.
 */
export function refusingResource(methods: string, errorCode: string): ResourceClass {
  const Refusing = class extends Resource {};
  const refuse = (): never => {
    throw new ResultError(errorCode);
  };
  for (const method of methods.split(" ")) Reflect.set(Refusing.prototype, method, refuse);
  return Refusing;
}
