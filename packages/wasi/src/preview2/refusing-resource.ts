import { ResultError } from "@polyplug/errors";
import { Resource, type ResourceClass } from "./resource.ts";

/**
 * A resource that no guest ever gets hold of, for nothing hands it out. Its methods are there to be linked, and answer
 * with that `err`.
 */
export function refusingResource(methods: string, errorCode: string): ResourceClass {
  const Refusing = class extends Resource {};
  for (const method of methods.split(" ")) {
    const value = (): never => {
      throw new ResultError(errorCode);
    };
    Object.defineProperty(Refusing.prototype, method, { value });
  }
  return Refusing;
}
