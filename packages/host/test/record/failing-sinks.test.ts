import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { existsSync } from "node:fs";
import { type PluginEvent, pluginEvents } from "@polyplug/host";
import { describe, expect, onTestFinished, test } from "vitest";
import { failure } from "../failure.ts";
import { loadOn, tiers } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";

interface Machine {
  twice(n: number): number;
}

const machine = wat(`(module
  (import "env" "log" (func $log (param i32) (result i32)))
  (func (export "twice") (param i32) (result i32) (i32.mul (i32.const 2) (call $log (local.get 0)))))`);

const options = { name: "machine", imports: { env: { log: (n: number) => n } } };
const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });

/** A sink that fails from its fourth line on, within a call. */
function failing(fail: () => unknown) {
  const lines: string[] = [];
  const to = (line: string): unknown => (lines.push(line) < 4 ? undefined : fail());
  return { lines, to };
}

const ways: [string, () => unknown][] = [
  [
    "throws",
    () => {
      throw full;
    },
  ],
  ["rejects", () => Promise.reject(full)],
];

/** What is thrown where nobody catches it, until the test is over. */
function uncaught(): unknown[] {
  const thrown: unknown[] = [];
  const take = (error: unknown): void => void thrown.push(error);
  const others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  process.on("uncaughtException", take);
  onTestFinished(() => {
    process.off("uncaughtException", take);
    for (const other of others) process.on("uncaughtException", other);
  });
  return thrown;
}

const unrecorded = {
  code: "bad-argument",
  message: "cannot record machine: record.to failed: the disk is full",
  plugin: "machine",
  path: "record.to",
  cause: full,
};

describe.each(tiers)("on the tier %s", (tier) => {
  test.each(ways)("a sink that %s ends the record, which is told of, and not the plugin", async (_, fail) => {
    const thrown = uncaught();
    const { lines, to } = failing(fail);
    using events = pluginEvents();
    const plugin = await loadOn<Machine>(tier, machine, { ...options, record: { to }, onEvent: events.push });
    expect(await plugin.exports.twice(3)).toBe(6);
    await new Promise((resolve) => setImmediate(resolve));
    const written = lines.length;
    expect(await plugin.exports.twice(4)).toBe(8);
    expect(lines).toHaveLength(written);
    plugin.dispose();
    events.close();
    const told: PluginEvent[] = [];
    for await (const event of events) if (event.type === "record") told.push(event);
    expect(told).toMatchObject([{ plugin: "machine", error: unrecorded }]);
    expect(thrown).toEqual([]);
  });
});

test.each(ways)("where nobody listens, what a sink %s does not vanish", async (_, fail) => {
  const thrown = uncaught();
  const plugin = await loadOn<Machine>("inline", machine, { ...options, record: { to: failing(fail).to } });
  expect(await plugin.exports.twice(3)).toBe(6);
  await new Promise((resolve) => setImmediate(resolve));
  expect(thrown).toMatchObject([unrecorded]);
  expect(await plugin.exports.twice(4)).toBe(8);
});

test("a channel is told as well as a listener", async () => {
  const events: unknown[] = [];
  const listen = (event: unknown): void => void events.push(event);
  subscribe("polyplug:record", listen);
  onTestFinished(() => void unsubscribe("polyplug:record", listen));
  const { to } = failing(() => {
    throw full;
  });
  const plugin = await loadOn<Machine>("inline", machine, { ...options, record: { to } });
  await plugin.exports.twice(3);
  expect(events).toMatchObject([{ type: "record", error: unrecorded }]);
});

// Only Linux has a file that is full.
test.skipIf(!existsSync("/dev/full"))("a disk that is full at the start refuses the plugin", async () => {
  const error = await failure(() => loadOn("inline", machine, { ...options, record: "/dev/full" }));
  expect(error).toMatchObject({ code: "bad-argument", path: "record.to" });
  expect(error.message).toBe("cannot load machine: record.to cannot be written: the disk is full");
});
