import type { HandleType, ResourceType } from "@polyplug/abi";

/** A loan that has not ended: the host's to the guest, under a number made for it, or the guest's back to the host. */
interface Loan {
  readonly value: unknown;
  readonly rep: number | undefined;
}

/**
 * The resources that the host implements for one plugin: objects under the numbers by which the guest's handles know
 * them. An object is disposed when the guest drops what it owns.
 */
export class HostResources {
  readonly #classes = new Map<ResourceType, CallableFunction>();
  readonly #given: (object | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #loans: Loan[] = [];

  /** From here on only objects of this class are taken for `resource`. */
  define(resource: ResourceType, owner: CallableFunction): void {
    this.#classes.set(resource, owner);
  }

  /** The object that the guest hands over, which it has no more then, or lends. */
  lift({ kind }: HandleType, rep: number): unknown {
    const value = this.#given[rep];
    if (kind === "own") this.#remove(rep);
    else this.#loans.push({ value, rep: undefined });
    return value;
  }

  /** A number for an object that the guest is handed or lent; undefined for what is no such object. */
  lower({ kind, resource }: HandleType, value: unknown): number | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    const owner = this.#classes.get(resource);
    if (owner !== undefined && !Function.prototype[Symbol.hasInstance].call(owner, value)) return undefined;
    const rep = this.#free.pop() ?? this.#given.length;
    this.#given[rep] = value;
    if (kind === "borrow") this.#loans.push({ value, rep });
    return rep;
  }

  /** Loans end in the opposite order of their beginning, so that of two of one object the later is meant. */
  giveBack({ kind }: HandleType, value: unknown, rep: number): void {
    if (kind === "own") {
      this.#remove(rep);
      return;
    }
    const index = this.#loans.findLastIndex((loan) => loan.value === value);
    const [loan] = index === -1 ? [] : this.#loans.splice(index, 1);
    if (loan?.rep !== undefined) this.#remove(loan.rep);
  }

  /** What the guest owned and dropped, which it has no more then. */
  take(rep: number): object | undefined {
    const value = this.#given[rep];
    this.#remove(rep);
    return value;
  }

  #remove(rep: number): void {
    if (this.#given[rep] === undefined) return;
    this.#given[rep] = undefined;
    this.#free.push(rep);
  }
}
