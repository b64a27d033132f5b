import { messageOf } from "@polyplug/errors";
import type { WireFunction } from "../wire/packing.ts";
import type { Refusal } from "../wire/refusal.ts";

/** A function of the host that the guest calls by its index. */
export interface HostedFunction {
  readonly wire: WireFunction;
  readonly call: (...args: unknown[]) => unknown;
  /** Why its result cannot be passed, where writing it does not tell. */
  readonly misfit?: ((result: unknown) => string | undefined) | undefined;
}

/** The functions of the host that a guest may call, and what they threw. */
export class HostFunctions {
  readonly #functions: HostedFunction[] = [];
  readonly #thrown: unknown[] = [];
  readonly #ends: (() => void)[] = [];

  /** The number by which the guest calls it. */
  add(hosted: HostedFunction): number {
    return this.#functions.push(hosted) - 1;
  }

  get(index: number): HostedFunction {
    const found = this.#functions[index];
    if (found === undefined) throw new RangeError(`there is no function ${index}`);
    return found;
  }

  /** Has this done when there is nobody any more who could call. */
  onEnd(work: () => void): void {
    this.#ends.push(work);
  }

  end(): void {
    for (const work of this.#ends.splice(0)) work();
  }

  get isEmpty(): boolean {
    return this.#functions.length === 0;
  }

  /** What was thrown stays with the host; the guest gets a number for it, which comes back with the plugin's error. */
  refusal(code: Refusal["code"], thrown: unknown): Refusal {
    const id = this.#thrown.push(thrown) - 1;
    return { code, id, message: messageOf(thrown) };
  }

  thrown(id: number): unknown {
    return this.#thrown[id];
  }
}
