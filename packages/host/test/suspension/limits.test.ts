import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { loadPlugin, type PluginError, type SuspendingPlugin } from "@polyplug/host";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { runProgram } from "../run-program.ts";
import { gate } from "../tiers/tiers.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

const limits = { time: "50ms" };
const forEver = "(loop $again (br $again))";
const turns = "(loop $more (br_if $more (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))";

interface Worker {
  /** Runs so many turns of a loop, waits, and begins anew until it is told to run none. */
  work(turns: number): void;
}

type Ask = (turns: number) => number | Promise<number>;

const working = wat(`(module (import "env" "ask" (func $ask (param i32) (result i32)))
  (func (export "work") (param i32)
    (loop $next ${turns} (br_if $next (local.tee 0 (call $ask (local.get 0)))))))`);

/** Instructions of it: `loop` and two ends, and of each part `loop`, the turns, `end`, and the four that ask. */
const fuelOf = (parts: readonly number[]): number =>
  parts.reduce((sum, part) => sum + instructions.part + instructions.turn * part, instructions.call);
const instructions = { call: 3, part: 6, turn: 5 };

const load = <Exports extends object = Worker>(
  source: Uint8Array,
  ask: Ask,
  given: object = limits,
  name = "worker",
): Promise<SuspendingPlugin<Exports>> =>
  loadPlugin<Exports>(source, { imports: { env: { ask } }, asyncImports: true, limits: given, name });

/** What the host gives, one after another. */
const answering = (answers: readonly number[]): Ask => {
  const rest = [...answers];
  return async () => {
    await nextTurn();
    return rest.shift() ?? 0;
  };
};

const isLate = { code: "time-limit", path: "limits.time" };

// An engine that suspends nothing refuses `asyncImports`, which a test beside this one sees.
describe.skipIf(!("Suspending" in WebAssembly))("limits of a plugin that waits for its host", () => {
  test("a call that waits too long ends, and is not resumed", async () => {
    const answer = gate();
    let steps = 0;
    const text = `(module (import "env" "ask" (func $ask (param i32) (result i32))) (import "env" "step" (func $step))
      (func (export "work") (param i32) (drop (call $ask (local.get 0))) (call $step)))`;
    using plugin = await loadPlugin<Worker>(wat(text), {
      imports: { env: { ask: () => answer.opened.then(() => 1), step: () => void steps++ } },
      asyncImports: true,
      limits,
      name: "worker",
    });
    const calls = [failure(() => plugin.exports.work(1)), failure(() => plugin.exports.work(1))];
    const [error, later] = await Promise.all(calls);
    expect(error).toMatchObject({ ...isLate, export: "work", plugin: "worker" });
    expect(error?.message).toBe("cannot call work: limits.time: it ran for longer than the 50 ms that a call may take");
    expect(later).toMatchObject({ code: "poisoned", cause: error });
    answer.open();
    await sleep(5);
    expect(steps).toBe(0);
  });

  test("a call that only waits for what is there already ends too", async () => {
    using plugin = await load(working, async () => 1);
    expect(await failure(() => plugin.exports.work(1))).toMatchObject(isLate);
  });

  test("a call that waited too long ends where no timer could say so, and where it runs no further loop", async () => {
    const text = `(module (import "env" "ask" (func $ask (param i32) (result i32)))
      (func (export "work") (param i32) (drop (call $ask (local.get 0)))))`;
    const busy: Ask = async (milliseconds) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
      return 0;
    };
    using plugin = await load(wat(text), busy, { time: "500ms" });
    await plugin.exports.work(0);
    expect(await failure(() => plugin.exports.work(600))).toMatchObject(isLate);
  });

  test("what a call waited is time that it may not run", async () => {
    const text = `(module (import "env" "ask" (func $ask (param i32) (result i32)))
      (func (export "work") (param i32) (if (local.get 0) (then (drop (call $ask (local.get 0))))) ${forEver}))`;
    const run = async (waits: number): Promise<number> => {
      let from = 0;
      const ask = async (milliseconds: number): Promise<number> => {
        await sleep(milliseconds);
        from = performance.now();
        return 0;
      };
      using plugin = await load(wat(text), ask, { time: "2s" });
      from = performance.now();
      expect(await failure(() => plugin.exports.work(waits))).toMatchObject(isLate);
      return performance.now() - from;
    };
    expect(await run(1_500)).toBeLessThan((await run(0)) / 2);
  });

  test("a new call has all of the time", async () => {
    const text = `(module (import "env" "ask" (func $ask (param i32) (result i32)))
      (func (export "work") (param i32) (drop (call $ask (local.get 0)))))`;
    let waited = 0;
    using plugin = await load(
      wat(text),
      async (milliseconds) => {
        await sleep(milliseconds);
        waited += milliseconds;
        return 0;
      },
      { time: "2s" },
    );
    for (let call = 0; call < 4; call++) await plugin.exports.work(700);
    expect(waited).toBe(2_800);
  });

  test.each([
    ["the start of a call", forEver, 0],
    ["what follows a wait", `(call $ask) ${forEver}`, 1],
    ["what follows the second wait", `(call $ask) (call $ask) ${forEver}`, 2],
    ["a guest that catches everything", `(call $ask) (loop $more (try (do ${forEver}) (catch_all)) (br $more))`, 1],
    ["waits without end", "(loop $more (call $ask) (br $more))", undefined],
  ])("an endless loop ends: %s", async (_, body, waits) => {
    const text = `(module (import "env" "ask" (func $ask)) (func (export "work") (param i32) ${body}))`;
    for (const wait of [nextTurn, () => sleep(1), async () => undefined]) {
      let asked = 0;
      const ask = (): Promise<number> => {
        asked++;
        return wait() as Promise<never>;
      };
      using other = await load(working, answering([2, 1]), { time: "10s" });
      const goesOn = other.exports.work(3);
      using plugin = await load(wat(text), ask);
      expect(await failure(() => plugin.exports.work(1))).toMatchObject({ ...isLate, export: "work" });
      await goesOn;
      if (waits !== undefined) expect(asked).toBe(waits);
    }
  });

  test.each([
    ["_initialize", `(func (export "_initialize") (call $ask) ${forEver})`],
    ["__wasm_call_ctors", `(func (export "__wasm_call_ctors") (call $ask) ${forEver})`],
    ["a start function", `(func $start ${forEver}) (start $start)`],
    ["_initialize that waits", `(func (export "_initialize") (call $never))`],
  ])("an endless loop ends: %s", async (_, body) => {
    const imports = { env: { ask: nextTurn, never: () => new Promise(() => undefined) } };
    const text = `(module (import "env" "ask" (func $ask)) (import "env" "never" (func $never)) ${body})`;
    const loading = loadPlugin(wat(text), { imports, asyncImports: true, limits });
    expect(await failure(() => loading)).toMatchObject(isLate);
  });

  test("a command ends in the middle of it", async () => {
    const command = wat(`(module (import "env" "ask" (func $ask))
      (memory (export "memory") 1) (func (export "_start") (call $ask) ${forEver}))`);
    using plugin = await loadPlugin(command, { imports: { env: { ask: nextTurn } }, asyncImports: true, limits });
    expect(await failure(() => plugin.run())).toMatchObject(isLate);
  });

  test("what is called within a call takes of its time and its fuel", async () => {
    const text = `(module (import "env" "ask" (func $ask (param i32) (result i32)))
      (func (export "work") (param i32)
        (if (local.get 0) (then (drop (call $ask (i32.sub (local.get 0) (i32.const 1)))))) ${forEver}))`;
    for (const given of [limits, { fuel: 100_000 }]) {
      const told: PluginError[] = [];
      const inner = async (depth: number): Promise<number> => {
        await nextTurn();
        told.push(await failure(() => plugin.exports.work(depth)));
        return 0;
      };
      const plugin = await load(wat(text), inner, given);
      told.push(await failure(() => plugin.exports.work(3)));
      expect(told[0]).toMatchObject({ code: "time-limit", export: "work" });
      for (const around of told.slice(1)) expect(around).toMatchObject({ code: "poisoned", cause: told[0] });
      expect(plugin.alive).toBe(false);
    }
  });

  test("a plugin that waits for another one is ended by its own time", async () => {
    using slow = await load(working, () => new Promise(() => undefined), { time: "10s" });
    const { work } = slow.exports;
    using plugin = await load(working, async () => {
      await work(1);
      return 0;
    });
    expect(await failure(() => plugin.exports.work(1))).toMatchObject(isLate);
    expect(slow.alive).toBe(true);
  });

  test("fuel is that of all parts of a call, to the instruction", async () => {
    const parts = [3, 50, 1, 7];
    const fuel = fuelOf(parts);
    using plugin = await load(working, (_) => answers(_), { fuel });
    let answers = answering([]);
    const call = async (all: readonly number[]): Promise<void> => {
      answers = answering(all.slice(1));
      await plugin.exports.work(all[0] ?? 0);
    };
    for (let times = 0; times < 3; times++) await call(parts);
    const error = await failure(() => call([3, 50, 1, 8]));
    expect(error).toMatchObject({ code: "time-limit", path: "limits.fuel", export: "work" });
    expect(error.reason).toContain(`a call may run ${fuel} instructions`);
  });

  test("calls of the host are counted over a call, and not those of another", async () => {
    let asked = 0;
    const ask: Ask = async (_) => {
      asked++;
      await nextTurn();
      return asked % 3;
    };
    using plugin = await load(working, ask, { hostCalls: 3 });
    for (let call = 0; call < 3; call++) await plugin.exports.work(1);
    expect(asked).toBe(9);
    const always: Ask = async () => {
      await nextTurn();
      return 1;
    };
    using asking = await load(working, always, { hostCalls: 5 });
    expect(await failure(() => asking.exports.work(1))).toMatchObject({ path: "limits.hostCalls" });
  });

  describe.each(["compiled", "reference"] as const)("by the %s canonical ABI", (canonicalAbi) => {
    interface Repeating {
      run(first: string): string;
    }
    const reallocFrom = (call: number): string => `(global $calls (mut i32) (i32.const 0))
      (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
        (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
        (if (i32.ge_u (global.get $calls) (i32.const ${call})) (then ${forEver})) (i32.const 64))`;
    const repeating = (functions: string): string =>
      `(module (import "$root" "next-word" (func $next (param i32))) (memory (export "memory") 1) ${functions})`;
    const run = (body = ""): string =>
      `(func (export "run") (param i32 i32) (result i32) (call $next (i32.const 8)) ${body} (i32.const 8))`;

    test.each([
      ["realloc, before the call", `${reallocFrom(1)} ${run()}`],
      ["realloc, for what the host gave", `${reallocFrom(2)} ${run()}`],
      ["what follows a wait", `${reallocFrom(9)} ${run(forEver)}`],
      ["post-return", `${reallocFrom(9)} ${run()} (func (export "cabi_post_run") (param i32) ${forEver})`],
    ])("an endless loop ends: %s", async (_, functions) => {
      using plugin = await loadPlugin<Repeating>(wat(repeating(functions)), {
        contract: linkContract("repeating"),
        imports: {
          nextWord: async () => {
            await nextTurn();
            return "word";
          },
        },
        asyncImports: true,
        canonicalAbi,
        limits,
      });
      expect(await failure(() => plugin.exports.run("a"))).toMatchObject({ ...isLate, export: "run" });
      expect(plugin.alive).toBe(false);
    });

    test("what ends by itself is as it is without limits", async () => {
      const words = ["one", "two"];
      using plugin = await loadPlugin<Repeating>(wat(repeating(`${reallocFrom(9)} ${run()}`)), {
        contract: linkContract("repeating"),
        imports: { nextWord: async () => words.shift() },
        asyncImports: true,
        canonicalAbi,
        limits: { time: "10s", fuel: 1_000 },
      });
      expect(await Promise.all([plugin.exports.run("a"), plugin.exports.run("b")])).toEqual(["one", "two"]);
    });

    test("a destructor that never ends does, in its turn", async () => {
      const maker = wat(`(module
        (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
        (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
        (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0))
        (func (export "test:links/things@1.0.0#[dtor]thing") (param i32) ${forEver}))`);
      interface Maker {
        readonly things: { readonly Thing: new (value: number) => { get(): number; [Symbol.dispose](): void } };
      }
      using plugin = await loadPlugin<Maker>(maker, {
        contract: linkContract("maker"),
        asyncImports: true,
        canonicalAbi,
        limits,
      });
      const { Thing } = plugin.exports.things;
      const [thing, other] = await Promise.all([Thing.create(7), Thing.create(8)]);
      thing[Symbol.dispose]();
      expect(await failure(() => other.get())).toMatchObject({ code: "poisoned", cause: isLate });
    });
  });

  test("calls of several plugins, however they take turns, use of their own fuel alone", async () => {
    const plugin = fc.record({
      calls: fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
      fuel: fc.integer({ min: fuelOf([1]), max: fuelOf([40, 40, 40]) }),
    });
    const all = fc.array(plugin, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(all, fc.scheduler(), async (plugins, scheduler) => {
        const running = plugins.map(async ({ calls, fuel }) => {
          let parts: number[] = [];
          const ask: Ask = () => {
            const next = parts.shift() ?? 0;
            return next % 4 === 3 ? next : scheduler.schedule(Promise.resolve(next));
          };
          using loaded = await load(working, ask, { fuel, time: "60s" });
          for (const call of calls) {
            parts = call.slice(1);
            const ran = loaded.exports.work(call[0] ?? 1);
            if (fuelOf(call) <= fuel) await ran;
            else {
              expect(await failure(() => ran)).toMatchObject({ code: "time-limit", path: "limits.fuel" });
              return;
            }
          }
        });
        await scheduler.waitFor(Promise.all(running));
      }),
      { numRuns: 60 },
    );
  });

  test("of several plugins, however they take turns, those end that loop for ever, and no others", async () => {
    const text = `(module (import "env" "ask" (func $ask (param i32) (result i32)))
      (func (export "work") (param i32)
        (loop $next (if (i32.eq (local.tee 0 (call $ask (local.get 0))) (i32.const 9)) (then ${forEver}))
          (br_if $next (local.get 0)))))`;
    const module = wat(text);
    // 1: waits and goes on, 2: goes on at once, 9: never ends, 0: has ended.
    const plugin = fc.record({
      steps: fc.array(fc.constantFrom(1, 1, 2), { maxLength: 5 }),
      end: fc.constantFrom(0, 0, 9),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(plugin, { minLength: 2, maxLength: 5 }), fc.scheduler(), async (plugins, scheduler) => {
        const running = plugins.map(async ({ steps, end }) => {
          const rest = [...steps, end];
          const ask: Ask = () => {
            const next = rest.shift() ?? 0;
            return next === 2 ? next : scheduler.schedule(Promise.resolve(next));
          };
          // Time runs while others loop, one after another: those that do not loop have plenty.
          using loaded = await load(module, ask, { time: end === 9 ? "5ms" : "60s" });
          const ran = loaded.exports.work(1);
          if (end === 9) expect(await failure(() => ran)).toMatchObject(isLate);
          else await ran;
        });
        await scheduler.waitFor(Promise.all(running));
      }),
      { numRuns: 20 },
    );
  });

  test("nothing of a limit keeps a program from its end", async () => {
    const program = `import { loadPlugin } from "@polyplug/host";
      import { readFileSync } from "node:fs";
      const load = () => loadPlugin(readFileSync("working.wasm"), {
        imports: { env: { ask: (turns) => turns === 0 ? Promise.resolve(0) : new Promise(() => {}) } },
        asyncImports: true, limits: { time: "1000s" },
      });
      const [first, second] = await Promise.all([load(), load()]);
      await first.exports.work(1);
      const call = second.exports.work(2).catch(({ code }) => console.log(code));
      await new Promise((resolve) => setTimeout(resolve, 5));
      second.dispose();
      await call;`;
    const text = `(module (import "env" "ask" (func $ask (param i32) (result i32)))
      (func (export "work") (param i32) (drop (call $ask (i32.sub (local.get 0) (i32.const 1))))))`;
    expect(await runProgram({ "program.mjs": program, "working.wasm": wat(text) })).toEqual({
      stderr: "",
      stdout: "disposed\n",
      killed: false,
    });
  });
});
