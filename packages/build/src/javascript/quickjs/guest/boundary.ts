import type { CarriedFunction } from "../carried-world.ts";
import type { Carrier, Carry } from "./carrier.ts";
import type { Locate } from "./located.ts";

export type Callable = (this: unknown, ...args: readonly unknown[]) => unknown;

/** What calls go by on their way into the plugin. */
export interface Boundary {
  readonly carriers: readonly Carrier[];
  readonly locate: Locate;
}

/** A function of the plugin's as the engine calls it. */
export function exported(
  name: string,
  type: CarriedFunction,
  { carriers, locate }: Boundary,
  call: (self: unknown, args: unknown[]) => unknown,
): Callable {
  const takes = type.params.map((index) => carriers[index]?.take);
  const { give } = carriers[type.result ?? -1] ?? {};
  const { give: giveError } = carriers[type.error ?? -1] ?? {};
  const trap = (error: unknown): unknown => trapped(locate(error), type);
  return function (...args) {
    let result: unknown;
    let taken: unknown[];
    try {
      taken = carryAll(args, takes);
    } catch (error) {
      throw trap(error);
    }
    try {
      result = call(this, taken);
    } catch (error) {
      if (error instanceof Error && !(type.fails && hasPayload(error))) throw locate(error);
      if (!type.fails) throw new TypeError(`${name} threw ${String(error)}, and its contract lets it not fail`);
      throw refusal(error);
    }
    try {
      if (result instanceof Promise) {
        throw new TypeError(`${name} gave a promise, and a plugin has nothing that would wait for it`);
      }
      return give === undefined ? result : give(result);
    } catch (error) {
      throw trap(error);
    }
  };

  /** What the engine takes for an answer. */
  function refusal(error: unknown): unknown {
    const payload = error instanceof Object && hasPayload(error) ? error.payload : error;
    try {
      return { payload: giveError === undefined ? payload : giveError(payload) };
    } catch (wrong) {
      return trap(wrong);
    }
  }
}

/** A function of the host's as the plugin calls it. */
export function imported<This>(
  type: CarriedFunction,
  carriers: readonly Carrier[],
  call: (self: This, args: unknown[]) => unknown,
): (this: This, ...args: readonly unknown[]) => unknown {
  const gives = type.params.map((index) => carriers[index]?.give);
  const { take } = carriers[type.result ?? -1] ?? {};
  const { take: takeError } = carriers[type.error ?? -1] ?? {};
  return function (...args) {
    const given = carryAll(args, gives);
    let result: unknown;
    try {
      result = call(this, given);
    } catch (error) {
      if (takeError === undefined || !(error instanceof Error) || !hasPayload(error)) throw error;
      throw Object.assign(new Error(error.message), { payload: takeError(error.payload) });
    }
    return take === undefined ? result : take(result);
  };
}

function carryAll(values: readonly unknown[], carries: readonly (Carry | undefined)[]): unknown[] {
  // What is left out at the end is none.
  return carries.map((carry, index) => (carry === undefined ? values[index] : carry(values[index])));
}

/** Of a function that may fail, the engine takes the message of whatever it throws for an answer. */
function trapped(error: unknown, { fails }: CarriedFunction): unknown {
  if (!fails) return error;
  return {
    get payload() {
      throw error;
    },
  };
}

function hasPayload(error: object): error is { readonly payload: unknown } {
  return Object.hasOwn(error, "payload");
}
