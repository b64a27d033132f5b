import type { Preview2Process } from "./preview2-process.ts";
import { serve } from "./serve.ts";

/**
 * What a guest holds a handle to. The methods on the prototype of a subclass are those of WIT and no others, for a guest
 * may ask for any that it finds there; what is for us alone is a field.
 */
export abstract class Resource {
  readonly process: Preview2Process;
  #held = true;

  constructor(process: Preview2Process) {
    process.hold();
    this.process = process;
  }

  /** The guest dropped its handle. Nothing of the host's is closed by that. */
  [Symbol.dispose](): void {
    if (!this.#held) return;
    this.#held = false;
    this.process.drop();
  }
}

/** A class of resources, to be provided under its name in PascalCase. */
export type ResourceClass = abstract new (...args: never[]) => Resource;

export function isResourceClass<Other>(value: Other | ResourceClass): value is ResourceClass {
  return typeof value === "function" && value.prototype instanceof Resource;
}

/** Puts every method of the class under the rules of {@link serve}. `resource` is its name in WIT. */
export function serveMethods(resource: string, { prototype }: { readonly prototype: Resource }): void {
  for (const key of Object.getOwnPropertyNames(prototype)) {
    if (key === "constructor") continue;
    const method: (this: Resource, ...args: unknown[]) => unknown = Reflect.get(prototype, key);
    const served = function (this: Resource, ...args: unknown[]): unknown {
      return serve(this.process, `${resource}.`, key, () => method.apply(this, args));
    };
    Reflect.set(prototype, key, served);
  }
}
