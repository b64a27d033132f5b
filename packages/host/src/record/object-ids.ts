/**
 * Numbers for resources and references, in the order in which they cross the boundary. The same calls give the same
 * numbers, so those of a record stand for objects of its replay.
 */
export class ObjectIds {
  readonly #ids = new WeakMap<object, number>();
  /** A reference of core WebAssembly may be to a text or a number. */
  readonly #primitives = new Map<unknown, number>();
  readonly #objects = new Map<number, unknown>();
  readonly #keeps: boolean;
  readonly #take: () => number;
  #next = 0;

  /** `keep` has them found by their numbers, which keeps them. `take` gives a new number, where others give some as well. */
  constructor({ keep, take }: { readonly keep: boolean; readonly take?: () => number }) {
    this.#keeps = keep;
    this.#take = take ?? (() => this.#next);
  }

  /** A number for what somebody else knows. */
  taken(): number {
    return this.#next++;
  }

  idOf(value: unknown): number {
    const known = isObject(value) ? this.#ids.get(value) : this.#primitives.get(value);
    return known ?? this.#add(this.#take(), value);
  }

  /** What has this number: something that came out of the plugin, or an object made to stand for the host's. */
  valueOf(id: number): unknown {
    if (!this.#objects.has(id)) this.#add(id, {});
    return this.#objects.get(id);
  }

  #add(id: number, value: unknown): number {
    if (isObject(value)) this.#ids.set(value, id);
    else this.#primitives.set(value, id);
    if (this.#keeps) this.#objects.set(id, value);
    this.#next = Math.max(this.#next, id + 1);
    return id;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
