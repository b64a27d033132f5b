import { type ApartPlugin, loadPlugin, PluginError } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { apart, gate, loadOn, tiers } from "./tiers.ts";

interface Asking {
  ask(value: number): number;
  later(): number;
}

/** Gives what the host makes of a value, and one more. */
const asking = wat(`(module
  (import "env" "f" (func $f (param i32) (result i32)))
  (func (export "ask") (param i32) (result i32) (i32.add (call $f (local.get 0)) (i32.const 1)))
  (func (export "later") (result i32) (i32.const 2)))`);

const withF = (f: (value: number) => unknown, more: object = {}) => ({ imports: { env: { f } }, ...more });

describe.each(tiers)("on the tier %s", (tier) => {
  test("a function of the host gets what it is passed, and the plugin what it gives", async () => {
    const seen: number[] = [];
    const f = (value: number): number => seen.push(value) * 10;
    using plugin = await loadOn<Asking>(tier, asking, withF(f));
    expect(await plugin.exports.ask(-5)).toBe(11);
    expect(await plugin.exports.ask(7)).toBe(21);
    expect(seen).toEqual([-5, 7]);
  });

  test("one that throws ends the plugin, with what it threw as the cause", async () => {
    const thrown = new Error("no");
    using plugin = await loadOn<Asking>(
      tier,
      asking,
      withF(() => {
        throw thrown;
      }),
    );
    const fault = await failure(async () => await plugin.exports.ask(1));
    expect(fault).toMatchObject({ code: "trap", export: "ask", reason: "host function env.f threw: no" });
    expect(fault.cause).toBe(thrown);
    expect(await failure(async () => await plugin.exports.later())).toMatchObject({ code: "poisoned" });
  });

  test.each([
    ["bare", "7", 'expected an i32, got "7"'],
    ["bare", undefined, "expected an i32, got undefined"],
  ])("one that answers a %s module wrongly ends it", async (_, answer, reason) => {
    using plugin = await loadOn<Asking>(
      tier,
      asking,
      withF(() => answer),
    );
    expect(await failure(async () => await plugin.exports.ask(1))).toMatchObject({
      code: "bad-result",
      reason: `host function env.f answered wrongly: ${reason}`,
    });
  });

  test("one that calls back into a bare module is answered, in the same call", async () => {
    let plugin: { exports: { later(): unknown } } | undefined;
    const loaded = await loadOn<Asking>(
      tier,
      asking,
      withF(() => plugin?.exports.later()),
    );
    using _ = loaded;
    plugin = loaded;
    expect(await loaded.exports.ask(1)).toBe(3);
  });

  test("one that calls back into a typed plugin is refused, and the plugin goes on", async () => {
    const calling = wat(`(module (import "test:links/numbers@1.0.0" "next" (func $next (result i32)))
      (func (export "next-line") (result i32) (i32.mul (call $next) (i32.const 2))))`);
    let plugin: { exports: { nextLine(): unknown } } | undefined;
    const refused: unknown[] = [];
    const next = (): unknown => {
      const note = (error: unknown): number => refused.push(PluginError.is(error) ? error.code : error);
      try {
        const called = plugin?.exports.nextLine();
        return called instanceof Promise ? called.catch(note) : called;
      } catch (error) {
        return note(error);
      }
    };
    const imports = { "test:links/numbers": { next } };
    const loaded = await loadOn<{ nextLine(): number }>(tier, calling, {
      contract: linkContract("answering"),
      imports,
    });
    using _ = loaded;
    plugin = loaded;
    expect(await loaded.exports.nextLine()).toBe(2);
    expect(refused).toEqual(["trap"]);
  });
});

describe.each(apart)("apart, on the tier %s", (isolation) => {
  const load = (f: (value: number) => unknown, more: object = {}): Promise<ApartPlugin<Asking>> =>
    loadPlugin<Asking>(asking, { ...withF(f, more), isolation } as { isolation: "worker" });

  test("a plugin waits for a function that gives a promise", async () => {
    using plugin = await load(async (value) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return value * 2;
    });
    expect(await plugin.exports.ask(4)).toBe(9);
  });

  test("and gets what that is settled with first, where it is somebody's own", async () => {
    const settling = (value: number) => ({
      // biome-ignore lint/suspicious/noThenProperty: such objects exist, and this is about them.
      then(give: (value: number) => void, fail: (reason: unknown) => void): void {
        give(value);
        give(value + 1);
        fail(new Error("after it was settled"));
        throw new Error("after it was settled");
      },
    });
    using plugin = await load(settling);
    expect(await plugin.exports.ask(4)).toBe(5);
    expect(await plugin.exports.later()).toBe(2);
  });

  test("a call that comes while it waits has its turn afterwards", async () => {
    let answer: ((value: number) => void) | undefined;
    const asked = gate();
    using plugin = await load(() => {
      asked.open();
      return new Promise<number>((resolve) => {
        answer = resolve;
      });
    });
    const first = plugin.exports.ask(1);
    await asked.opened;
    const second = plugin.exports.later();
    answer?.(4);
    expect(await Promise.all([first, second])).toEqual([5, 2]);
  });

  test("one that never resolves is ended by a signal", async () => {
    const asked = gate();
    using plugin = await load(() => {
      asked.open();
      return new Promise(() => undefined);
    });
    const controller = new AbortController();
    const call = plugin.abortable(controller.signal, ({ ask }) => ask(1));
    const waiting = plugin.exports.later();
    await asked.opened;
    const reason = new Error("enough");
    controller.abort(reason);
    const fault = await failure(() => call);
    expect(fault).toMatchObject({ code: "aborted", export: "ask" });
    expect(fault.cause).toBe(reason);
    expect(await failure(() => waiting)).toMatchObject({ code: "poisoned", export: "later" });
    expect(plugin.alive).toBe(false);
  });

  test("a signal that is aborted before a call has its turn ends that call alone", async () => {
    const asked = gate();
    let answer: ((value: number) => void) | undefined;
    using plugin = await load(() => {
      asked.open();
      return new Promise<number>((resolve) => {
        answer = resolve;
      });
    });
    const controller = new AbortController();
    const first = plugin.exports.ask(1);
    await asked.opened;
    const second = plugin.abortable(controller.signal, ({ later }) => later());
    controller.abort();
    expect(await failure(() => second)).toMatchObject({ code: "aborted", export: "later" });
    expect(await failure(() => plugin.abortable(controller.signal, ({ later }) => later()))).toMatchObject({
      code: "aborted",
    });
    answer?.(1);
    expect(await first).toBe(2);
    expect(await plugin.exports.later()).toBe(2);
  });

  test("one that never resolves is ended by dispose, and an answer afterwards is dropped", async () => {
    const asked = gate();
    let answer: ((value: number) => void) | undefined;
    const plugin = await load(() => {
      asked.open();
      return new Promise<number>((resolve) => {
        answer = resolve;
      });
    });
    const call = failure(() => plugin.exports.ask(1));
    await asked.opened;
    plugin.dispose();
    expect(await call).toMatchObject({ code: "disposed" });
    answer?.(1);
    expect(await failure(() => plugin.exports.later())).toMatchObject({ code: "disposed" });
  });

  test("what is no function or number of this thread is refused when it is loaded", async () => {
    const memory = wat(`(module (import "env" "memory" (memory 1)))`);
    const imports = { env: { memory: new WebAssembly.Memory({ initial: 1 }) } };
    expect(await failure(() => loadPlugin(memory, { isolation, imports }))).toMatchObject({
      code: "unsupported",
      path: "imports.env.memory",
    });
    const reference = wat(`(module (func (export "f") (param externref)))`);
    expect(await failure(() => loadPlugin(reference, { isolation, name: "p" }))).toMatchObject({
      code: "unsupported",
      reason:
        "its export f has an externref in its type, which cannot be handed to another thread or process; load it inline",
    });
  });
});
