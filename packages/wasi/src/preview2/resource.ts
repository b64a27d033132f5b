import type { Preview2Process } from "./preview2-process.ts";
import { kebabCase, serve } from "./serve.ts";

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

/** Puts every method of the class under the rules of {@link serve}. `name` is that of the resource, as errors tell it. */
export function serveMethods(name: string, { prototype }: { readonly prototype: Resource }): void {
  for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (key === "constructor") continue;
    const method: (this: Resource, ...args: unknown[]) => unknown = value;
    const label = `${name}.${kebabCase(key)}`;
    const served = function (this: Resource, ...args: unknown[]): unknown {
      return serve(this.process, label, () => method.apply(this, args));
    };
    Object.defineProperty(prototype, key, { value: served });
  }
}
