import { Holding } from "./holding.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { serve } from "./serve.ts";

/**
 * What a guest holds a handle to. The methods on the prototype of a subclass are those of WIT and no others, for a guest
 * may ask for any that it finds there; what is for us alone is a field.
 */
export abstract class Resource {
  /** The name in WIT: `wasi:io/streams#input-stream`. */
  static readonly wit: string = "";
  readonly process: Preview2Process;
  readonly holding: Holding;
  /** What is to be let go of with it. */
  onDrop: (() => void) | undefined;

  /** One with a parent has to be dropped before that one. */
  constructor(process: Preview2Process, parent?: Resource) {
    this.process = process;
    this.holding = new Holding(process, parent?.holding);
  }

  /** The guest dropped its handle. */
  [Symbol.dispose](): void {
    if (!this.holding.held) return;
    // What an ended guest leaves behind is let go of in any order.
    if (!this.process.life.alive) this.holding.release();
    else serve(this.process, `${(this.constructor as typeof Resource).wit}.`, "drop", () => this.holding.release());
    this.onDrop?.();
  }
}

/** A class of resources, to be provided under its name in PascalCase. */
export type ResourceClass = (abstract new (
  ...args: never[]
) => Resource) & {
  readonly wit: string;
  readonly prototype: Resource;
};

export function isResourceClass<Other>(value: Other | ResourceClass): value is ResourceClass {
  return typeof value === "function" && value.prototype instanceof Resource;
}

/** Puts every method of the class under the rules of {@link serve}, which `answer` is for. */
export function serveMethods({ wit, prototype }: ResourceClass, answer?: (thrown: unknown) => unknown): void {
  for (const key of Object.getOwnPropertyNames(prototype)) {
    if (key === "constructor") continue;
    const method: (this: Resource, ...args: unknown[]) => unknown = Reflect.get(prototype, key);
    const served = function (this: Resource, ...args: unknown[]): unknown {
      return serve(this.process, `${wit}.`, key, () => method.apply(this, args), answer);
    };
    Reflect.set(prototype, key, served);
  }
}
