import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";
import { writeFile } from "node:fs/promises";
import { createPool, loadPlugin, type PluginEvent, watchPlugin } from "@polyplug/host";
import { expect, onTestFinished, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { folderWith } from "../watch/watched-file.ts";

interface Fragile {
  add(a: number, b: number): number;
  fail(): void;
  spin(): void;
}

const fragile = wat(`(module
  (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
  (func (export "fail") unreachable)
  (func (export "spin") (loop $again (br $again))))`);

/** Events by what they are about, in their order. */
const outline = (events: readonly PluginEvent[]): string[] =>
  events.map((event) => {
    const of = "export" in event ? ` ${event.export}` : "";
    const error = "error" in event && event.error !== undefined ? ` ${String((event.error as Error).message)}` : "";
    return `${event.type}${of}${error}`;
  });

test("a listener is told of the load, each call, the trap before its call, and the dispose", async () => {
  const events: PluginEvent[] = [];
  const plugin = await loadPlugin<Fragile>(fragile, { name: "fragile", onEvent: (event) => events.push(event) });
  plugin.exports.add(1, 7);
  await failure(() => plugin.exports.fail());
  plugin.dispose();
  plugin.dispose();
  expect(outline(events)).toEqual([
    "load",
    "call add",
    "trap fail cannot call fail: trap: unreachable",
    "call fail cannot call fail: trap: unreachable",
    "dispose",
  ]);
  expect(events.every(({ plugin: name, at }) => name === "fragile" && at > 0 && at <= performance.now())).toBe(true);
  const durations = events.flatMap((event) => ("milliseconds" in event ? [event.milliseconds] : []));
  expect(durations).toHaveLength(3);
  expect(durations.every((milliseconds) => milliseconds >= 0)).toBe(true);
});

test("going beyond a limit is a limit, and a plugin that cannot be loaded a load with its error", async () => {
  const events: PluginEvent[] = [];
  const onEvent = (event: PluginEvent) => events.push(event);
  const plugin = await loadPlugin<Fragile>(fragile, { onEvent, limits: { time: "20ms" } });
  const late = await failure(() => plugin.exports.spin());
  expect(events).toMatchObject([{ type: "load" }, { type: "limit", error: late }, { type: "call", error: late }]);
  events.length = 0;
  const broken = await failure(() => loadPlugin(new Uint8Array(8), { onEvent }));
  const missing = await failure(() => loadPlugin(wat(`(module (import "a" "b" (func)))`), { onEvent }));
  expect(events).toMatchObject([
    { type: "load", error: broken },
    { type: "load", error: missing },
  ]);
});

test("what a listener throws reaches neither the plugin nor its caller, and does not vanish", async () => {
  const thrown: unknown[] = [];
  const others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  process.once("uncaughtException", (error) => thrown.push(error));
  onTestFinished(() => {
    for (const other of others) process.on("uncaughtException", other);
  });
  const fault = new Error("the listener's own");
  const onEvent = ({ type }: PluginEvent) => {
    if (type === "call") throw fault;
  };
  const plugin = await loadPlugin<Fragile>(fragile, { onEvent });
  expect(plugin.exports.add(1, 7)).toBe(8);
  await new Promise((resolve) => setTimeout(resolve));
  expect(thrown).toEqual([fault]);
  expect(plugin.exports.add(1, 7)).toBe(8);
  await new Promise((resolve) => process.once("uncaughtException", resolve));
});

test("channels have what their subscribers want, calls where they subscribed before the plugin was loaded", async () => {
  const events: PluginEvent[] = [];
  const listen = (event: unknown) => events.push(event as PluginEvent);
  const types = ["load", "call", "trap", "dispose"];
  onTestFinished(() => types.forEach((type) => void unsubscribe(`polyplug:${type}`, listen)));
  const unheard = await loadPlugin<Fragile>(fragile);
  for (const type of types) subscribe(`polyplug:${type}`, listen);
  const plugin = await loadPlugin<Fragile>(fragile, { name: "heard" });
  plugin.exports.add(1, 7);
  await failure(() => plugin.exports.fail());
  plugin.dispose();
  expect(outline(events).map((line) => line.split(" cannot")[0])).toEqual([
    "load",
    "call add",
    "trap fail",
    "call fail",
    "dispose",
  ]);
  events.length = 0;
  unheard.exports.add(1, 7);
  await failure(() => unheard.exports.fail());
  expect(outline(events)).toEqual(["trap fail cannot call fail: trap: unreachable"]);
  expect(channel("polyplug:swap").hasSubscribers).toBe(false);
});

test("statistics count on in one object, and are not there where nobody asked for them", async () => {
  const plugin = await loadPlugin<Fragile>(fragile, { stats: true });
  const { stats } = plugin;
  plugin.exports.add(1, 7);
  await failure(() => plugin.exports.add(1, 2.5));
  await failure(() => plugin.exports.fail());
  expect(stats).toMatchObject({ calls: 3, faults: 1, restarts: 0 });
  expect(stats?.milliseconds).toBeGreaterThan(0);
  expect((await loadPlugin(fragile)).stats).toBeUndefined();
  expect((await loadPlugin(fragile, { onEvent: () => undefined })).stats).toBeUndefined();
});

test("a pool tells of all its instances, and counts them together", async () => {
  const events: PluginEvent[] = [];
  const pool = await createPool<Fragile>(fragile, { size: 2, stats: true, onEvent: (event) => events.push(event) });
  await pool.run(async (first) => {
    first.add(1, 7);
    await pool.run(({ add }) => add(1, 7));
  });
  await failure(() => pool.exports.fail());
  await pool.close();
  expect(events.map(({ type }) => type)).toEqual([
    "load",
    "call",
    "load",
    "call",
    "trap",
    "call",
    "dispose",
    "dispose",
  ]);
  expect(pool.stats).toMatchObject({ calls: 3, faults: 1 });
});

test("a watched plugin tells of its swap, of what does not load, and of one dispose at its end", async () => {
  const events: PluginEvent[] = [];
  await using folder = await folderWith("fragile.wasm", fragile);
  const watch = await watchPlugin<Fragile>(folder.file, {
    stats: true,
    onEvent: (event) => events.push(event),
    onFailure: () => undefined,
  });
  watch.exports.add(1, 7);
  await writeFile(folder.file, wat(`(module (func (export "add") (param i32 i32) (result i32) i32.const 3))`));
  await watch.reload();
  expect(watch.exports.add(1, 7)).toBe(3);
  await writeFile(folder.file, new Uint8Array(8));
  await failure(() => watch.reload());
  expect(watch.plugin.stats?.calls).toBe(2);
  await watch.close();
  const told = outline(events).map((line) => line.split(" cannot")[0]);
  expect(told.filter((line) => line !== "load")).toEqual(["call add", "swap", "call add", "dispose"]);
  expect(events.filter((event) => event.type === "load" && event.error !== undefined).length).toBeGreaterThan(0);
});

test("options that do not fit are refused", async () => {
  const bad = { onEvent: "loud", stats: 1, intercept: {} };
  for (const [key, value] of Object.entries(bad)) {
    const error = await failure(() => loadPlugin(fragile, { [key]: value } as never));
    expect(error).toMatchObject({ code: "bad-argument", path: key });
  }
});

/** Calls `env.call` at every depth of its recursion, until the stack ends. */
const diving = wat(`(module (import "env" "call" (func $call))
  (func $dive (export "dive") (call $call) (call $dive)))`);

test.each([200, 4_000])(
  "whoever listens does not fail for the stack that a plugin has used up, %i deep",
  async (frames) => {
    const told = { listener: 0, subscriber: 0 };
    const thrown: unknown[] = [];
    const deep = (left: number): number => (left === 0 ? 1 : deep(left - 1));
    const subscriber = (): void => {
      told.subscriber += deep(200);
    };
    const uncaught = (error: unknown): void => void thrown.push(error);
    const others = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException").on("uncaughtException", uncaught);
    subscribe("polyplug:call", subscriber);
    onTestFinished(() => {
      unsubscribe("polyplug:call", subscriber);
      process.removeAllListeners("uncaughtException");
      for (const other of others) process.on("uncaughtException", other);
    });
    const listener = ({ type }: PluginEvent): void => {
      if (type === "call") told.listener += deep(frames);
    };
    const called = await loadPlugin<Fragile>(fragile, { onEvent: listener });
    let answered = 0;
    const call = (): void => {
      try {
        answered += called.exports.add(0, 1);
      } catch {
        // There was no room to call it.
      }
    };
    const diver = await loadPlugin<{ dive(): void }>(diving, { imports: { env: { call } } });
    expect(await failure(() => diver.exports.dive())).toMatchObject({ code: "trap", reason: "trap: stack exhausted" });
    await new Promise((resolve) => setTimeout(resolve));
    expect(thrown).toEqual([]);
    expect(called.exports.add(1, 7)).toBe(8);
    expect(told.listener).toBeGreaterThan(answered);
    expect(told.subscriber).toBeGreaterThan(answered);
  },
);
