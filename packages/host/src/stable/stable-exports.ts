import { PluginError, printableName } from "@polyplug/errors";
import { isResourceClass } from "../exports/is-resource-class.ts";

type Members = Readonly<Record<string, unknown>>;

/** Whose exports are shown: its name, and how its functions are entered. */
export interface Shown {
  readonly name: string;
  /** Makes the call, of what is shown by then: it may have other exports shown first. */
  enter(call: () => unknown, what: EnteredMember): unknown;
}

/** What is entered, as errors tell of it. */
export interface EnteredMember {
  /** `call next`, `make a Thing`. */
  readonly action: string;
  readonly exported: string;
}

/**
 * An object that shows the members of one object at a time, and goes on when that is another: its functions, objects and
 * classes stay the same and are turned to the new ones.
 */
export class StableExports {
  readonly exports: object;
  readonly #stable = new Map<string, Stable>();

  constructor(exports: object = Object.create(null)) {
    this.exports = exports;
  }

  /** Shows these. `known` is what objects have been shown already, since one may stand under two names. */
  show(members: Members, shown: Shown, known: Map<unknown, unknown> = new Map()): void {
    const present = new Set<string>();
    for (const [key, member] of Object.entries(members)) {
      const kind = kindOf(member);
      present.add(`${kind} ${key}`);
      const stable = this.#stable.get(`${kind} ${key}`) ?? make[kind](key);
      this.#stable.set(`${kind} ${key}`, stable);
      if (!known.has(member)) {
        stable.turn(member, shown, known);
        known.set(member, stable.value);
      }
      const value = known.get(member);
      // Assigned only where it is another: it would be for the engine to learn anew.
      if (Reflect.get(this.exports, key) !== value) {
        Object.defineProperty(this.exports, key, { value, enumerable: true, configurable: true });
      }
    }
    for (const [id, stable] of this.#stable) {
      if (!present.has(id)) stable.turn(undefined, shown, known);
    }
    for (const key of Object.keys(this.exports)) {
      if (!Object.hasOwn(members, key)) Reflect.deleteProperty(this.exports, key);
    }
  }
}

/** Something of the exports that stays. */
interface Stable {
  readonly value: object;
  /** Has it stand for another, or with undefined for none. */
  turn(to: unknown, shown: Shown, known: Map<unknown, unknown>): void;
}

function kindOf(member: unknown): "class" | "function" | "object" {
  if (isResourceClass(member)) return "class";
  return typeof member === "function" ? "function" : "object";
}

const make: Readonly<Record<"class" | "function" | "object", (key: string) => Stable>> = {
  object() {
    const face = new StableExports();
    return {
      value: face.exports,
      turn: (to, shown, known) => face.show((to ?? {}) as Members, shown, known),
    };
  },
  function(key) {
    let target: CallableFunction | undefined;
    let current: Shown | undefined;
    const what = { action: `call ${printableName(key)}`, exported: key };
    const value = (...args: unknown[]): unknown => {
      if (current === undefined) throw gone(what, current);
      return current.enter(() => present(target, what, current)(...args), what);
    };
    Object.defineProperty(value, "name", { value: printableName(key) });
    return {
      value,
      turn(to, shown) {
        target = to as CallableFunction | undefined;
        current = shown;
      },
    };
  },
  class(key) {
    let target: CallableFunction | undefined;
    let current: Shown | undefined;
    const what = { action: `make a ${printableName(key)}`, exported: key };
    const value = function (...args: unknown[]): unknown {
      if (current === undefined) throw gone(what, current);
      const isNew = new.target !== undefined;
      return current.enter(() => {
        const owner = present(target, what, current);
        return isNew ? Reflect.construct(owner, args) : owner(...args);
      }, what);
    };
    const isInstance = (one: unknown): boolean => target !== undefined && one instanceof (target as never);
    Object.defineProperty(value, "name", { value: printableName(key) });
    Object.defineProperty(value, Symbol.hasInstance, { value: isInstance });
    const statics = new StableExports(value);
    return {
      value,
      turn(to, shown, known) {
        target = to as CallableFunction | undefined;
        current = shown;
        statics.show({ ...(to as object | undefined) }, shown, known);
      },
    };
  },
};

function present(
  target: CallableFunction | undefined,
  what: EnteredMember,
  shown: Shown | undefined,
): CallableFunction {
  if (target === undefined) throw gone(what, shown);
  return target;
}

function gone({ action, exported }: EnteredMember, shown: Shown | undefined): PluginError {
  const reason = "the version that was loaded since does not export it";
  return new PluginError({ code: "unsupported", action, reason, plugin: shown?.name, export: exported });
}
