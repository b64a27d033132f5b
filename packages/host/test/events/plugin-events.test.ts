import { loadPlugin, type PluginEvent, pluginEvents } from "@polyplug/host";
import fc from "fast-check";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

interface Adder {
  add(a: number, b: number): number;
}

const adder = wat(`(module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))`);
const numbered = (at: number): PluginEvent => ({ type: "dispose", plugin: "p", at });

test("events of several plugins are read as they come, until the stream is closed", async () => {
  using events = pluginEvents();
  const [first, second] = await Promise.all(
    ["first", "second"].map((name) => loadPlugin<Adder>(adder, { name, onEvent: events.push })),
  );
  const read: string[] = [];
  const reading = (async () => {
    for await (const { type, plugin } of events) read.push(`${type} ${plugin}`);
  })();
  first?.exports.add(1, 7);
  second?.dispose();
  events.close();
  events.close();
  second?.dispose();
  await reading;
  expect(read.toSorted()).toEqual(["call first", "dispose second", "load first", "load second"]);
  expect(events.dropped).toBe(0);
});

test("beyond its buffer the oldest are dropped and counted", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.boolean(), { maxLength: 60 }),
      async (buffer, pushes) => {
        const events = pluginEvents({ buffer });
        const iterator = events[Symbol.asyncIterator]();
        const kept: number[] = [];
        let [pushed, dropped] = [0, 0];
        for (const isPush of pushes) {
          if (isPush) {
            events.push(numbered(pushed));
            kept.push(pushed++);
            if (kept.length > buffer) {
              kept.shift();
              dropped++;
            }
          } else if (kept.length > 0) {
            expect((await iterator.next()).value?.at).toBe(kept.shift());
          }
        }
        expect(events.dropped).toBe(dropped);
        events.close();
        events.push(numbered(-1));
        for (const at of kept) expect((await iterator.next()).value?.at).toBe(at);
        expect(await iterator.next()).toEqual({ value: undefined, done: true });
      },
    ),
  );
});

test("whoever leaves the loop is sent nothing more", async () => {
  const events = pluginEvents();
  events.push(numbered(1));
  events.push(numbered(2));
  for await (const { at } of events) {
    expect(at).toBe(1);
    break;
  }
  events.push(numbered(3));
  expect((await events[Symbol.asyncIterator]().next()).done).toBe(true);
});

test.each([0, 1.5, Number.NaN, "many"])("a buffer of %s is refused", async (buffer) => {
  const error = await failure(() => pluginEvents({ buffer: buffer as number }));
  expect(error).toMatchObject({ code: "bad-argument", path: "buffer" });
});
