import type { ValueType } from "@polyplug/abi";
import { planCorePlugin } from "@polyplug/component";
import { ResultError } from "@polyplug/errors";
import { decodeModule } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { abis, type Given, load, type TestPlugin } from "../plugin.ts";
import { engineSuspension } from "../suspension.ts";
import { wat } from "../wat.ts";
import { func, string, u32, type WorldItem, world } from "../worlds.ts";

const suspension = engineSuspension();

/** `run` asks, and answers with what it was told. */
const asking = `(import "$root" "ask" (func $ask (param i32 i32 i32)))
  (memory (export "memory") 1) (global $end (mut i32) (i32.const 64))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (memory.copy (global.get $end) (local.get 0) (local.get 1))
    (global.get $end) (global.set $end (i32.add (global.get $end) (local.get 3))))
  (func (export "run") (param i32 i32) (result i32)
    (call $ask (local.get 0) (local.get 1) (i32.const 8)) (i32.const 8))`;
const strings = { imports: { ask: func([string], string) }, exports: { run: func([string], string) } };

/** `run` gives what `next` does, and 100 for an error that it carries no value of. */
const trying = `(import "$root" "next" (func $next (param i32))) (memory (export "memory") 1)
  (func (export "run") (result i32) (call $next (i32.const 8))
    (if (result i32) (i32.load8_u (i32.const 8)) (then (i32.add (i32.const 100) (i32.load (i32.const 12))))
      (else (i32.load (i32.const 12)))))`;
const result: ValueType = { kind: "result", ok: u32, err: u32 };
const results = { imports: { next: func([], result) }, exports: { run: func([], u32) } };

// An engine that suspends nothing is told so where plugins are loaded.
describe.skipIf(suspension === undefined).each(abis)("by $name", (abi) => {
  test("a guest waits for a promise, and for nothing else", async () => {
    const plugin = await loadText(asking, strings, {
      abi,
      imports: { ask: async (question: string) => `${question}? yes` },
    });
    const running = plugin.call("run", "grüß");
    expect(running).toBeInstanceOf(Promise);
    expect(await running).toBe("grüß? yes");
    const atOnce = await loadText(asking, strings, { abi, imports: { ask: (question: string) => `${question}!` } });
    expect(await atOnce.call("run", "da")).toBe("da!");
  });

  test("a result is what the promise gives or is rejected with", async () => {
    const answers = [async () => 7, () => 8, () => Promise.reject(new ResultError(9))];
    const plugin = await loadText(trying, results, { abi, imports: { next: () => answers.shift()?.() } });
    expect(await plugin.call("run")).toBe(7);
    expect(await plugin.call("run")).toBe(8);
    expect(await plugin.call("run")).toBe(109);
  });

  test("a promise that is rejected, or gives what does not fit, ends the guest", async () => {
    const no = new Error("no");
    for (const [ask, told] of [
      [() => Promise.reject(no), { code: "trap", cause: no }],
      [async () => 5, { code: "bad-result", message: expect.stringContaining("expected a string, got 5") }],
    ] as const) {
      const plugin = await loadText(asking, strings, { abi, imports: { ask } });
      await expect(plugin.call("run", "x")).rejects.toMatchObject(told);
      expect(plugin.guard).toMatchObject({ life: { alive: false }, blame: "host" });
      await expect(plugin.call("run", "x")).rejects.toMatchObject({ code: "poisoned" });
    }
  });

  test("while a call waits the guest is not entered a second time", async () => {
    const { promise, resolve } = promised();
    const plugin = await loadText(asking, strings, { abi, imports: { ask: () => promise } });
    const first = plugin.call("run", "x");
    await expect(plugin.call("run", "y")).rejects.toMatchObject({
      code: "trap",
      reason: expect.stringContaining("a call into the same instance"),
    });
    resolve("done");
    expect(await first).toBe("done");
  });

  test("a guest that ended while it waited does not run on", async () => {
    const { promise, resolve } = promised();
    let steps = 0;
    const text = `(import "$root" "step" (func $step)) ${asking.replace("(i32.const 8)) (i32.const 8)", "(i32.const 8)) (call $step) (i32.const 8)")}`;
    const sides = { ...strings, imports: { ...strings.imports, step: func([]) } };
    const plugin = await loadText(text, sides, { abi, imports: { ask: () => promise, step: () => void steps++ } });
    let settled = false;
    const call = Promise.resolve(plugin.call("run", "x")).finally(() => {
      settled = true;
    });
    call.catch(() => undefined);
    plugin.guard.life.alive = false;
    resolve("late");
    await new Promise((done) => setTimeout(done, 20));
    expect([settled, steps]).toEqual([false, 0]);
  });

  test("setting up may wait, and a start function may not", async () => {
    const wait = `(import "$root" "wait" (func $wait)) (global $ready (mut i32) (i32.const 0))
    (func $set (call $wait) (global.set $ready (i32.const 1)))
    (func (export "ready") (result i32) (global.get $ready))`;
    const sides = { imports: { wait: func([]) }, exports: { ready: func([], u32) } };
    const imports = { wait: () => new Promise((done) => setTimeout(done, 1)) };
    const plugin = await loadText(`${wait} (export "_initialize" (func $set))`, sides, { abi, imports });
    expect(await plugin.call("ready")).toBe(1);
    await expect(loadText(`${wait} (start $set)`, sides, { abi, imports })).rejects.toMatchObject({ code: "trap" });
  });
});

function promised(): { readonly promise: Promise<string>; readonly resolve: (value: string) => void } {
  let resolve = (_: string): void => undefined;
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

type Sides = {
  readonly imports: Readonly<Record<string, WorldItem>>;
  readonly exports: Readonly<Record<string, WorldItem>>;
};

async function loadText(text: string, { imports, exports }: Sides, given: Given): Promise<TestPlugin> {
  const plan = planCorePlugin(decodeModule(wat(`(module ${text})`)), world(imports, exports), "utf8");
  return await load(plan, { ...given, suspension });
}
