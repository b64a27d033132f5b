import childProcess from "node:child_process";
import { loadPlugin } from "@polyplug/host";
import { afterEach, describe, expect, test, vi } from "vitest";
import { eventually } from "../eventually.ts";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { loadOn } from "./tiers.ts";

const adder = wat(`(module (func (export "add") (param i32 i32) (result i32)
  (i32.add (local.get 0) (local.get 1))))`);

interface Adder {
  add(a: number, b: number): number;
}

/** What a process would do that somebody has broken into, with a function that says something. */
function breakInto(program: string): void {
  const { spawn } = childProcess;
  const code = `const { readSync, writeSync } = require("node:fs");
    const say = (kind, index = 0, body = Buffer.alloc(0), length = body.length) => {
      const head = Buffer.alloc(12);
      head.writeUInt32LE(length, 0); head.writeUInt32LE(kind, 4); head.writeInt32LE(index, 8);
      writeSync(1, Buffer.concat([head, body]));
    };
    const read = (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        const count = readSync(0, bytes, at, bytes.length - at);
        if (count === 0) process.exit();
        at += count;
      }
      return bytes;
    };
    const hear = () => read(Buffer.alloc(read(Buffer.alloc(12)).readUInt32LE(0)));
    const rest = () => { for (;;) hear(); };
    ${program}`;
  vi.spyOn(childProcess, "spawn").mockImplementation(((_file: string, _args: string[], options: object) =>
    spawn(process.execPath, ["-e", code], options)) as never);
}

afterEach(() => {
  vi.restoreAllMocks();
});

// As in the protocol: it has started, is linked, is ready.
const loaded = "say(8); hear(); say(10); hear(); say(7); hear();";

describe("a process that was broken into ends its plugin, and nothing else", () => {
  test.each([
    ["bytes that are no message", "writeSync(1, Buffer.alloc(100, 0xff)); rest();"],
    ["a message of four gigabytes", "say(8, 0, Buffer.alloc(4), 0xffffffff); rest();"],
    ["a message of an unknown kind", "say(99); rest();"],
    ["two messages at once", "say(8); say(8); rest();"],
    ["an answer to nothing", "say(8); hear(); say(4, 0, Buffer.alloc(100)); rest();"],
    ["a call of a function that there is not", "say(8); hear(); say(6, 1234567); rest();"],
    ["a fault that is none", 'say(8); hear(); say(5, 1, Buffer.from("{]")); rest();'],
    [
      "a fault with a code of its own",
      `say(8); hear();
      say(5, 1, Buffer.from(JSON.stringify({ kind: "plugin", fields: { code: "constructor" } }))); rest();`,
    ],
  ])("by %s while it loads", async (_, program) => {
    breakInto(program);
    const fault = await failure(() => loadPlugin(adder, { isolation: "process", name: "broken" }));
    expect(fault).toMatchObject({ code: "trap", plugin: "broken" });
    vi.restoreAllMocks();
    using other = await loadOn<Adder>("process", adder);
    expect(await other.exports.add(1, 7)).toBe(8);
  });

  test.each([
    ["a result of another size", "say(4, 0, Buffer.alloc(3)); rest();"],
    ["a second answer", "say(4, 0, Buffer.alloc(8)); say(4, 0, Buffer.alloc(8)); rest();"],
    ["a body that never comes", "say(4, 0, Buffer.alloc(8), 2 ** 30); rest();"],
    ["half a head", "writeSync(1, Buffer.alloc(5)); rest();"],
  ])("by %s when it is called", async (_, program) => {
    breakInto(`${loaded} ${program}`);
    const plugin = await loadPlugin<Adder>(adder, { isolation: "process", limits: { time: "1s" } });
    // One that speaks once more than it was asked to has answered before.
    const [call] = await Promise.allSettled([plugin.exports.add(1, 7)]);
    if (call?.status === "rejected") expect(["trap", "time-limit"]).toContain(call.reason.code);
    await eventually(() => expect(plugin.alive).toBe(false));
    expect(await failure(() => plugin.exports.add(1, 7))).toMatchObject({ code: "poisoned" });
  });
});
