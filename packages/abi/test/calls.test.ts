import { setTimeout } from "node:timers/promises";
import type { Blame, CoreFunction, FunctionOptions, FunctionType, Guard, ValueType } from "@polyplug/abi";
import { PluginError, ResultError } from "@polyplug/errors";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";
import { list, option, record, result, string, tuple, u8, u32 } from "./types.ts";

/** What a guard was told, and what it answers with. */
class Recorder implements Guard {
  readonly life = { alive: true };
  readonly told: unknown[] = [];

  refusal(name: string): Error {
    return new Error(`${name} is over`);
  }

  fault(name: string, thrown: unknown): Error {
    this.told.push(["fault", name, thrown, this.life.alive]);
    return new Error(`${name} failed`, { cause: thrown });
  }

  interrupt(name: string, thrown: unknown, blame: Blame): unknown {
    this.told.push(["interrupt", name, thrown, blame]);
    this.life.alive = false;
    return new Error(`${name} was interrupted`, { cause: thrown });
  }
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  expect.unreachable("nothing was thrown");
}

const boom = new Error("boom");
const throwing = (): never => {
  throw boom;
};

describe.each(implementations)("$name", (abi) => {
  function speaker(given: Partial<FunctionOptions> = {}, guest: Guest = new Guest()): Speaker {
    return new Speaker(abi, given, guest);
  }

  describe("a call of the guest", () => {
    test("lowers, calls, lifts, and only then lets the guest free what it returned", () => {
      const guest = new Guest();
      const steps: unknown[] = [];
      const state = guest.instance;
      const options: Partial<FunctionOptions> = {
        realloc: (...args: [number, number, number, number]) => {
          steps.push(["realloc", state.entered, state.mayLeave]);
          return guest.realloc(...args);
        },
        postReturn: (pointer: number) => {
          steps.push(["post-return", pointer, state.entered, state.mayLeave]);
          guest.write(64, 0, 0, 0, 0, 0, 0, 0, 0);
        },
      };
      const core = (pointer: number, length: number): number => {
        steps.push(["call", length, state.entered, state.mayLeave]);
        new Uint32Array(guest.memory.buffer).set([pointer, length], 16);
        return 64;
      };
      const call = speaker(options, guest).lift(core, { ...taking(string), result: string });
      expect(call("abc")).toBe("abc");
      expect(steps).toEqual([
        ["realloc", true, false],
        ["call", 3, true, true],
        ["post-return", 64, true, false],
      ]);
      expect([state.entered, state.mayLeave]).toEqual([false, true]);
    });

    test("hands over what it gives while that is there, where somebody takes it", () => {
      const guest = new Guest();
      const state = { isFree: false };
      const taken: unknown[] = [];
      const take = (result: unknown): string => {
        taken.push(result, state.isFree);
        return "taken";
      };
      const postReturn = (): void => {
        state.isFree = true;
      };
      const result = { kind: "result", err: u32 } as const;
      const me = speaker({ take, postReturn, outcome: "throw" }, guest);
      guest.write(64, 1, 0, 0, 0, 7, 0, 0, 0);
      expect(me.lift(() => 64, { params: [], result })()).toBe("taken");
      expect(taken).toEqual([{ tag: "err", val: 7 }, false]);
      expect(state.isFree).toBe(true);
    });

    test("is refused while another one is under way, and the first one goes on", () => {
      const me = speaker();
      const inner = me.lift(() => undefined, taking());
      const outer = me.lift(
        () => {
          expect(failure(inner)).toMatchObject({
            code: "trap",
            message:
              'cannot call "f": a call into the same instance is under way, and there is no second one before it ends',
          });
          return 5;
        },
        { params: [], result: u32 },
      );
      expect(outer()).toBe(5);
      expect(inner()).toBeUndefined();
    });

    test("is refused from within a value of another call's, a getter for instance", () => {
      const me = speaker();
      const inner = me.lift(() => undefined, taking());
      const value = {
        get width(): number {
          return inner() === undefined ? 1 : 2;
        },
      };
      const outer = me.lift(() => undefined, taking(record({ width: u32 })));
      expect(failure(() => outer(value))).toMatchObject({ code: "bad-argument", cause: { code: "trap" } });
      expect(inner()).toBeUndefined();
    });

    test("tells where a getter threw, and the guest goes on", () => {
      const guard = new Recorder();
      const call = speaker({ guard }).lift(() => undefined, taking(record({ width: u32 })));
      const error = failure(() => call(Object.defineProperty({}, "width", { get: throwing })));
      expect(error).toMatchObject({ code: "bad-argument", path: "a.width", cause: boom });
      expect(call({ width: 1 })).toBeUndefined();
      expect([guard.told, guard.life.alive]).toEqual([[], true]);
    });

    test.each<readonly [before: string, type: ValueType, rest: object]>([
      ["the guest", record({ width: u32 }), {}],
      ["its realloc", record({ width: u32, name: string }), { name: "a" }],
    ])("that ends the instance while it is prepared does not enter %s", (_before, type, rest) => {
      const guard = new Recorder();
      const guest = new Guest();
      const call = speaker({ guard }, guest).lift(() => expect.unreachable("it was called"), taking(type));
      const value = Object.defineProperty(rest, "width", {
        get: () => {
          guard.life.alive = false;
          return 1;
        },
      });
      thrownBy(() => call(value));
      expect([guard.told, guest.reallocs]).toEqual([[["fault", "f", undefined, false]], []]);
    });

    test("that misfits leaves the instance as it was", () => {
      const guard = new Recorder();
      const me = speaker({ guard });
      const call = me.lift(() => undefined, taking(list(string), u8));
      expect(failure(() => call(["a", "b"], 256))).toMatchObject({ code: "bad-argument", path: "a2" });
      expect(failure(() => call(["a"])).message).toBe('cannot lower the arguments of "f": expected 2, got 1');
      expect(call(["a"], 1)).toBeUndefined();
      expect([guard.told, guard.life.alive]).toEqual([[], true]);
    });

    test("of an instance that is over is refused before anything is looked at", () => {
      const guard = new Recorder();
      const call = speaker({ guard }).lift(throwing, taking(u8));
      guard.life.alive = false;
      expect(thrownBy(() => call("no number", 2))).toEqual(new Error("f is over"));
    });

    describe("that goes wrong in the guest ends it", () => {
      test.each<readonly [where: string, options: Partial<FunctionOptions>, type: FunctionType, core: CoreFunction]>([
        ["its code", {}, taking(), throwing],
        ["its realloc", { realloc: throwing }, taking(string), () => undefined],
        ["its post-return", { postReturn: throwing }, taking(), () => undefined],
      ])("in %s", (_where, options, type, core) => {
        const guard = new Recorder();
        const call = speaker({ ...options, guard }).lift(core, type);
        const error = thrownBy(() => call(...type.params.map(() => "a")));
        expect(error).toEqual(new Error("f failed", { cause: boom }));
        expect(guard.told).toEqual([["fault", "f", boom, false]]);
        expect(thrownBy(() => call())).toEqual(new Error("f is over"));
      });

      test("where it breaks a rule, be it while arguments are lowered", () => {
        for (const [type, core] of [
          [taking(string), () => undefined],
          [{ params: [], result: string }, () => -8],
        ] as const) {
          const guard = new Recorder();
          const call = speaker({ guard, realloc: () => -8 }).lift(core, type);
          thrownBy(() => call(...type.params.map(() => "a")));
          expect(guard.told).toEqual([["fault", "f", expect.objectContaining({ code: "trap" }), false]]);
        }
      });

      test.each<readonly [where: string, (end: () => void) => [Partial<FunctionOptions>, CoreFunction]]>([
        ["in its code", (end) => [{}, end]],
        ["in its realloc", (end) => [{ realloc: end }, () => undefined]],
        ["in its post-return", (end) => [{ postReturn: end }, () => undefined]],
      ])("where it swallows its own end %s", (_where, make) => {
        const guard = new Recorder();
        let calls = 0;
        const [options, core] = make(() => {
          guard.life.alive = false;
        });
        const call = speaker({ ...options, guard }).lift((...args) => {
          calls++;
          return Reflect.apply(core, undefined, args);
        }, taking(string));
        thrownBy(() => call("a"));
        expect(guard.told).toEqual([["fault", "f", undefined, false]]);
        expect(calls).toBe(options.realloc === undefined ? 1 : 0);
      });

      test("or is thrown as it is where nobody guards", () => {
        expect(thrownBy(speaker().lift(throwing, taking()))).toBe(boom);
      });
    });
  });

  describe("a call of an import", () => {
    test("is refused while realloc or post-return runs", () => {
      const guard = new Recorder();
      const me = speaker({ guard });
      me.guest.instance.mayLeave = false;
      const call = me.lower(throwing, taking());
      expect(thrownBy(call)).toMatchObject({ message: "f was interrupted" });
      expect(guard.told).toEqual([["interrupt", "f", expect.any(PluginError), "guest"]]);
      expect(failure(speaker({}, me.guest).lower(throwing, taking())).message).toBe(
        'cannot call "f": a guest calls no import while its realloc or a post-return function runs',
      );
    });

    test("does nothing once the instance is over", () => {
      const guard = new Recorder();
      const call = speaker({ guard }).lower(() => expect.unreachable("it was called"), taking());
      guard.life.alive = false;
      expect(thrownBy(call)).toEqual(new Error("f was interrupted", { cause: undefined }));
      expect(guard.told).toEqual([["interrupt", "f", undefined, "host"]]);
    });

    test.each<readonly [what: string, type: FunctionType, core: readonly number[], work: () => unknown, blame: Blame]>([
      ["arguments that break a rule", taking(string), [-1, 1], () => undefined, "guest"],
      ["what the function throws", taking(), [], throwing, "host"],
      ["a result that does not fit", { params: [], result: u8 }, [], () => "a", "host"],
      ["a promise in the place of nothing", taking(), [], async () => 1, "host"],
    ])("interrupts the guest for %s", (_what, type, core, work, blame) => {
      const guard = new Recorder();
      const call = speaker({ guard }).lower(work, type);
      expect(thrownBy(() => Reflect.apply(call, undefined, core))).toMatchObject({ message: "f was interrupted" });
      expect(guard.told).toEqual([["interrupt", "f", expect.anything(), blame]]);
    });

    test("is interrupted for the guest where its realloc fails under a result", () => {
      const guard = new Recorder();
      const call = speaker({ guard, realloc: throwing }).lower(() => "a", { params: [], result: string });
      expect(thrownBy(() => Reflect.apply(call, undefined, [64]))).toMatchObject({ message: "f was interrupted" });
      expect(guard.told).toEqual([["interrupt", "f", boom, "guest"]]);
    });

    test("gives nothing where the function ended the instance", () => {
      const guard = new Recorder();
      const call = speaker({ guard }).lower(
        () => {
          guard.life.alive = false;
          return 5;
        },
        { params: [], result: u32 },
      );
      expect(thrownBy(call)).toMatchObject({ message: "f was interrupted" });
      expect(guard.told).toEqual([["interrupt", "f", undefined, "host"]]);
    });

    test.each<readonly [type: ValueType | undefined, out: readonly number[]]>([
      [undefined, []],
      [u8, []],
      [record({ a: option(u8) }), [64]],
    ])("refuses a promise, and nobody hears of what becomes of it: %j", async (type, out) => {
      const promised = Promise.reject(boom);
      const error = failure(() => speaker().answered(type, promised, ...out));
      expect(error).toMatchObject({
        code: "bad-result",
        message:
          'cannot lower the result of "f": a promise was returned, for which a guest waits where its calls are suspended, or in a thread of its own',
      });
      await setTimeout(1);
    });
  });

  describe("a result as the outcome of a call", () => {
    const type = { params: [], result: result(u32, string) };
    const outcome = "throw";

    test("is returned or thrown by what is lifted, and the guest goes on", () => {
      const guest = new Guest();
      const core = (): number => 64;
      const call = speaker({ outcome }, guest).lift(core, type);
      guest.write(64, 0, 0, 0, 0, 7);
      expect(call()).toBe(7);
      guest.write(64, 1, 0, 0, 0, 80, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 104, 105);
      const error = thrownBy(call);
      expect(error).toBeInstanceOf(ResultError);
      expect(error).toMatchObject({ payload: "hi" });
      guest.write(64, 0);
      expect(call()).toBe(80);
    });

    test("is what the implementation returns or throws", () => {
      const works = [() => 7, throwingResult("hi")];
      const given = works.map((work) => {
        const guest = new Guest();
        Reflect.apply(speaker({ outcome }, guest).lower(work, type), undefined, [64]);
        return speaker({}, guest).returned(type.result, 64);
      });
      expect(given).toEqual([
        { tag: "ok", val: 7 },
        { tag: "err", val: "hi" },
      ]);
    });

    test.each<readonly [given: ValueType, work: () => unknown, message: string, path: string | undefined]>([
      [result(u32, string), () => "x", 'expected a u32, got "x"', undefined],
      [result(record({ a: u8 })), () => ({ a: -1 }), "a: expected a u8, got -1", "a"],
      [result(u8, record({ b: u8 })), throwingResult({}), "payload.b: expected a u8, got undefined", "payload.b"],
      [result(u8), throwingResult(1), "expected a ResultError without a payload, got one with 1", undefined],
    ])("of %j that does not fit is told with its path", (given, work, reason, path) => {
      const call = speaker({ outcome }).lower(work, { params: [], result: given });
      const error = failure(() => Reflect.apply(call, undefined, [64]));
      expect(error).toMatchObject({ code: "bad-result", path, message: `cannot lower the result of "f": ${reason}` });
    });

    function throwingResult(payload: unknown): () => never {
      return () => {
        throw new ResultError(payload);
      };
    }

    test("leaves other errors, and results within others, alone", () => {
      const call = speaker({ outcome }).lower(throwing, type);
      expect(thrownBy(() => Reflect.apply(call, undefined, [64]))).toBe(boom);
      const plain = speaker({ outcome }).lower(throwingResult(1), taking());
      expect(thrownBy(plain)).toMatchObject({ payload: 1 });
      const nested = speaker({ outcome });
      nested.guest.write(64, 1, 0, 0, 0);
      expect(nested.returned(tuple(result(), u8), 64)).toEqual([{ tag: "err" }, 0]);
    });
  });
});
