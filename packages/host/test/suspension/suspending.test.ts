import { setTimeout as sleep } from "node:timers/promises";
import { type BareExports, loadPlugin, type PluginError, type SuspendingPlugin } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { collected } from "../collected.ts";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

/** `numbers.next` gives what `next-line` of the world gives, and one more. */
const asking = wat(`(module
  (import "$root" "next-line" (func $next (result i32)))
  (func (export "test:links/numbers@1.0.0#next") (result i32) (i32.add (call $next) (i32.const 1))))`);

/** The same as a bare module, which counts how often it got an answer. */
const bare = wat(`(module
  (import "env" "next" (func $next (param i32) (result i32)))
  (global $answers (mut i32) (i32.const 0))
  (func (export "ask") (param i32) (result i32) (local $answer i32)
    (local.set $answer (call $next (local.get 0)))
    (global.set $answers (i32.add (global.get $answers) (i32.const 1)))
    (local.get $answer))
  (func (export "answers") (result i32) (global.get $answers)))`);

interface Asking {
  readonly numbers: { next(): number };
}

interface Bare {
  ask(value: number): number;
  answers(): number;
}

type Next = (value: number) => number | Promise<number>;

const loadAsking = (nextLine: () => unknown): Promise<SuspendingPlugin<Asking>> =>
  loadPlugin<Asking>(asking, { contract: linkContract("asking"), imports: { nextLine }, asyncImports: true });
const loadBare = (next: Next, name = "bare"): Promise<SuspendingPlugin<Bare>> =>
  loadPlugin<Bare>(bare, { imports: { env: { next } }, asyncImports: true, name });

// What an engine without it is told stands below, for any engine.
describe.skipIf(!("Suspending" in WebAssembly))("a plugin that waits for its host", () => {
  test("goes on with what the promise gives, and the thread goes on meanwhile", async () => {
    const steps: string[] = [];
    using plugin = await loadAsking(async () => {
      await sleep(5);
      steps.push("answered");
      return 41;
    });
    const running = plugin.exports.numbers.next();
    steps.push("called");
    expect(await running).toBe(42);
    expect(steps).toEqual(["called", "answered"]);
    using other = await loadBare(async (value) => value * 2);
    expect(await other.exports.ask(21)).toBe(42);
  });

  test("says by its own name which export was refused", async () => {
    using plugin = await loadAsking(() => Promise.reject(new Error("no")));
    const { next } = plugin.exports.numbers;
    expect(await failure(next)).toMatchObject({ code: "trap", action: "call test:links/numbers@1.0.0#next" });
    expect(await failure(next)).toMatchObject({ code: "poisoned", action: "call test:links/numbers@1.0.0#next" });
  });

  test("waits for nothing where the host answers at once", async () => {
    using plugin = await loadAsking(() => 1);
    expect(await plugin.exports.numbers.next()).toBe(2);
  });

  test("answers calls one after another, each as it was made", async () => {
    const asked: number[] = [];
    using plugin = await loadBare(async (value) => {
      asked.push(value);
      await sleep(value % 2);
      asked.push(value);
      return value + 1;
    });
    const calls = [3, 2, 1].map((value) => plugin.exports.ask(value));
    expect(await Promise.all(calls)).toEqual([4, 3, 2]);
    expect(asked).toEqual([3, 3, 2, 2, 1, 1]);
  });

  const rejected = (): Promise<unknown> => Promise.reject(new Error("no"));
  const unfit = async (): Promise<unknown> => "7";
  test.each([
    ["is rejected", rejected, { code: "trap", reason: expect.stringContaining("no") }],
    ["does not fit", unfit, { code: "bad-result", reason: expect.stringContaining("expected") }],
  ])("ends where the promise %s", async (_how, next, told) => {
    for (const load of [() => loadAsking(next), () => loadBare(next as Next)]) {
      using plugin: SuspendingPlugin<Asking | Bare> = await load();
      const call = (): Promise<number> =>
        "numbers" in plugin.exports ? plugin.exports.numbers.next() : plugin.exports.ask(1);
      expect(await failure(call)).toMatchObject(told);
      expect(plugin.alive).toBe(false);
      expect(await failure(call)).toMatchObject({ code: "poisoned" });
    }
  });

  test("a call from what it waits for is refused, and one from elsewhere waits", async () => {
    let inner: PluginError | undefined;
    let plugin: SuspendingPlugin<Asking> | undefined;
    const answers = [1, 2];
    plugin = await loadAsking(async () => {
      await sleep(1);
      inner ??= await failure(async () => await plugin?.exports.numbers.next());
      return answers.shift();
    });
    const calls = [plugin.exports.numbers.next(), plugin.exports.numbers.next()];
    expect(await Promise.all(calls)).toEqual([2, 3]);
    expect(inner).toMatchObject({ code: "trap", reason: expect.stringContaining("under way") });
    plugin.dispose();
  });

  test.each([0, 1])(
    "what calls back into a bare module goes on when that has ended, waited for or not: %i",
    async (waits) => {
      const ended: number[] = [];
      let plugin: SuspendingPlugin<Bare> | undefined;
      const next = async (value: number): Promise<number> => {
        if (value === 0) return await sleep(5, 0);
        const inner = plugin?.exports.ask(value - 1).then(() => ended.push(value - 1));
        if (waits === 1) await inner;
        return value;
      };
      plugin = await loadBare(next);
      const outer = plugin.exports.ask(2).then(() => ended.push(2));
      const beside = plugin.exports.ask(0).then(() => ended.push(9));
      await Promise.all([outer, beside]);
      expect(ended).toEqual([0, 1, 2, 9]);
      plugin.dispose();
    },
  );

  test("of two plugins one may call the other while it is waited for", async () => {
    using second = await loadBare(async (value) => value + 1);
    const { ask }: { ask(value: number): Promise<number> } = second.exports;
    using first = await loadBare((value) => ask(value));
    expect(await first.exports.ask(1)).toBe(2);
  });

  test("disposed while it waits, it answers its callers at once and never runs on", async () => {
    let answer = (_: number): void => undefined;
    let steps = 0;
    const module = wat(`(module (import "env" "next" (func $next (result i32))) (import "env" "step" (func $step))
      (func (export "run") (drop (call $next)) (call $step)))`);
    const next = (): Promise<number> =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const plugin = await loadPlugin<BareExports & { run(): void }>(module, {
      imports: { env: { next, step: () => void steps++ } },
      asyncImports: true,
      name: "waiting",
    });
    const calls = [failure(() => plugin.exports.run()), failure(() => plugin.exports.run())];
    await sleep(1);
    plugin.dispose();
    const told = { code: "disposed", message: "cannot call run: waiting was disposed" };
    expect(await Promise.all(calls)).toMatchObject([told, told]);
    answer(1);
    await sleep(5);
    expect(steps).toBe(0);
  });

  test.each(["disposed", "aborted"] as const)(
    "%s while it waits, it is let go of, and catches nothing of that",
    async (how) => {
      const catching = wat(`(module
      (import "env" "next" (func $next (result i32)))
      (import "env" "caught" (global $caught (mut i32)))
      (memory (export "memory") 1)
      (func (export "ask") (result i32)
        (try (result i32) (do (call $next)) (catch_all (global.set $caught (i32.const 1)) (i32.const 1)))))`);
      const caught = new WebAssembly.Global({ value: "i32", mutable: true }, 0);
      const end = async (): Promise<WeakRef<object>> => {
        const imports = { env: { next: () => new Promise<number>(() => undefined), caught } };
        const plugin = await loadPlugin<{ ask(): number }>(catching, { imports, asyncImports: true });
        const memory = new WeakRef(plugin.memories["memory"] ?? expect.unreachable("it exports no memory"));
        const controller = new AbortController();
        const fault = failure(() => plugin.abortable(controller.signal, ({ ask }) => ask()));
        if (how === "disposed") plugin.dispose();
        else controller.abort();
        expect(await fault).toMatchObject({ code: how });
        return memory;
      };
      expect(await collected(await end())).toBe(true);
      expect(caught.value).toBe(0);
    },
  );

  test("an aborted call ends it, and one that waits for its turn is just not made", async () => {
    const never = new Promise<number>(() => undefined);
    let plugin = await loadBare(() => never);
    const running = new AbortController();
    const [first, second] = [
      plugin.abortable(running.signal, ({ ask }) => failure(() => ask(1))),
      failure(() => plugin.exports.ask(2)),
    ];
    running.abort("no more");
    expect(await first).toMatchObject({ code: "aborted", export: "ask", cause: "no more" });
    expect(await second).toMatchObject({ code: "poisoned" });
    expect(plugin.alive).toBe(false);

    plugin = await loadBare(async (value) => value);
    const waiting = new AbortController();
    const kept = plugin.exports.ask(1);
    const given = plugin.abortable(waiting.signal, ({ ask }) => failure(() => ask(2)));
    waiting.abort();
    expect(await given).toMatchObject({ code: "aborted" });
    expect([await kept, await plugin.exports.answers()]).toEqual([1, 1]);
    expect(await plugin.abortable(waiting.signal, ({ ask }) => failure(() => ask(3)))).toMatchObject({
      code: "aborted",
    });
    plugin.dispose();
  });

  test("may wait while it is set up, and not in a start function", async () => {
    const text = `(import "env" "wait" (func $wait)) (global $ready (mut i32) (i32.const 0))
      (func $set (call $wait) (global.set $ready (i32.const 1)))
      (func (export "ready") (result i32) (global.get $ready))`;
    const options = { imports: { env: { wait: () => sleep(1) } }, asyncImports: true } as const;
    const reactor = wat(`(module ${text} (export "_initialize" (func $set)))`);
    using plugin = await loadPlugin<{ ready(): number }>(reactor, options);
    expect(await plugin.exports.ready()).toBe(1);
    const starting = wat(`(module ${text} (start $set))`);
    expect(await failure(() => loadPlugin(starting, options))).toMatchObject({ code: "trap" });
  });

  test("as a command, waits and gives its status", async () => {
    const command = wat(`(module
      (import "env" "wait" (func $wait (result i32)))
      (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1)
      (func (export "_start") (call $exit (call $wait))))`);
    const imports = { env: { wait: async () => 5 } };
    using plugin = await loadPlugin(command, { imports, asyncImports: true });
    expect(await plugin.run()).toBe(5);
  });

  test("makes resources by create, and ends them in their turn", async () => {
    const maker = wat(`(module
      (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
      (import "[export]test:links/things@1.0.0" "[resource-rep]thing" (func $rep (param i32) (result i32)))
      (global $dropped (mut i32) (i32.const 0))
      (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
      (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32)
        (i32.add (local.get 0) (global.get $dropped)))
      (func (export "test:links/things@1.0.0#[dtor]thing") (param i32)
        (global.set $dropped (i32.add (global.get $dropped) (i32.const 100)))))`);
    interface Maker {
      readonly things: { readonly Thing: new (value: number) => { get(): number; [Symbol.dispose](): void } };
    }
    using plugin = await loadPlugin<Maker>(maker, { contract: linkContract("maker"), asyncImports: true });
    const { Thing } = plugin.exports.things;
    const [one, two] = await Promise.all([Thing.create(7), Thing.create(8)]);
    expect(await one.get()).toBe(7);
    one[Symbol.dispose]();
    expect(await two.get()).toBe(108);
  });

  test.each([2, 1_000])(
    "ends with a call within another that fails, and leaves none unanswered, %i deep",
    async (deepest) => {
      let depth = 0;
      using plugin = await loadBare((value) => {
        if (++depth < deepest) return plugin.exports.ask(value);
        throw new Error("too deep");
      });
      const [call, later] = [plugin.exports.ask(1), plugin.exports.answers()];
      const [fault, refusal] = await Promise.all([failure(() => call), failure(() => later)]);
      expect(fault).toMatchObject({ code: "poisoned", export: "ask", cause: { code: "trap" } });
      expect(fault.cause).toMatchObject({
        reason: expect.stringMatching(deepest === 2 ? /too deep$/ : /128 calls of it run within/),
      });
      expect(refusal).toMatchObject({ code: "poisoned", export: "answers" });
    },
  );

  test("where a call within another one traps, those around it are told", async () => {
    const text = `(module (import "env" "next" (func $next (param i32) (result i32)))
      (func (export "ask") (param i32) (result i32)
        (if (result i32) (local.get 0) (then (call $next (i32.sub (local.get 0) (i32.const 1)))) (else unreachable)))
      (func (export "answers") (result i32) (i32.const 0)))`;
    let inner: Promise<number> | undefined;
    const plugin = await loadPlugin<Bare>(wat(text), {
      imports: { env: { next: (depth: number) => (inner = plugin.exports.ask(depth)) } },
      asyncImports: true,
    });
    expect(await failure(() => plugin.exports.ask(1))).toMatchObject({ code: "poisoned", cause: { code: "trap" } });
    expect(await failure(async () => await inner)).toMatchObject({ code: "trap" });
  });
});

test("an engine that suspends nothing is told from one that does, and what to do", async () => {
  const found = Object.getOwnPropertyDescriptor(WebAssembly, "Suspending");
  Reflect.deleteProperty(WebAssembly, "Suspending");
  try {
    expect(await failure(() => loadBare(() => 1))).toMatchObject({
      code: "unsupported",
      path: "asyncImports",
      reason: expect.stringContaining('isolation: "worker"'),
    });
  } finally {
    if (found !== undefined) Object.defineProperty(WebAssembly, "Suspending", found);
  }
});
