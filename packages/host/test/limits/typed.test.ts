import { loadPlugin } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

const limits = { time: "30ms" };
const forEver = "(loop $again (br $again))";

interface Runner {
  run(first: number): number;
}

interface Maker {
  readonly things: { readonly Thing: new (value: number) => { get(): number } & Disposable };
}

/** Things that are their own values. What is given takes the place of one of their functions. */
function maker(functions: { readonly make?: string; readonly get?: string; readonly end?: string }) {
  const { make = "(call $new (local.get 0))", get = "(local.get 0)", end = "" } = functions;
  return wat(`(module
    (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
    (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) ${make})
    (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) ${get})
    (func (export "test:links/things@1.0.0#[dtor]thing") (param i32) ${end}))`);
}

describe.each(["compiled", "reference"] as const)("%s", (canonicalAbi) => {
  const options = { limits, canonicalAbi };

  test.each([
    ["a function", `(func (export "run") (param i32) (result i32) ${forEver} unreachable)`],
    [
      "post-return",
      `(func (export "run") (param i32) (result i32) (local.get 0)) (func (export "cabi_post_run") (param i32) ${forEver})`,
    ],
  ])("%s that never ends does", async (_, functions) => {
    const contract = linkContract("older");
    const plugin = await loadPlugin<Runner>(wat(`(module ${functions})`), { ...options, contract });
    expect(await failure(() => plugin.exports.run(1))).toMatchObject({ code: "time-limit", export: "run" });
    expect(await failure(() => plugin.exports.run(1))).toMatchObject({ code: "poisoned" });
  });

  test.each([
    ["a constructor", { make: `${forEver} unreachable` }],
    ["a method", { get: `${forEver} unreachable` }],
    ["a destructor", { end: forEver }],
  ])("%s that never ends does", async (_, functions) => {
    const contract = linkContract("maker");
    const { exports } = await loadPlugin<Maker>(maker(functions), { ...options, contract });
    const use = (): void => {
      const thing = new exports.things.Thing(7);
      expect(thing.get()).toBe(7);
      thing[Symbol.dispose]();
    };
    expect(await failure(use)).toMatchObject({ code: "time-limit" });
  });

  test("realloc that never ends does", async () => {
    const text = `(module
      (memory (export "memory") 1)
      (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) ${forEver} unreachable)
      (func (export "test:links/log@1.0.0#write") (param i32 i32)))`;
    const plugin = await loadPlugin<{ log: { write(line: string): void } }>(wat(text), {
      ...options,
      contract: linkContract("logger"),
      imports: { "test:links/numbers": { next: () => 1 } },
    });
    expect(await failure(() => plugin.exports.log.write("a"))).toMatchObject({ code: "time-limit" });
  });

  test("handles and values have limits of their own", async () => {
    const loop = (call: string): string => `(loop $more ${call} (br $more))`;
    const piling = maker({ make: `${loop("(drop (call $new (local.get 0)))")} unreachable` });
    const held = await loadPlugin<Maker>(piling, {
      canonicalAbi,
      contract: linkContract("maker"),
      limits: { handles: 100 },
    });
    const error = await failure(() => new held.exports.things.Thing(7));
    expect(error).toMatchObject({ code: "memory-limit", path: "limits.handles" });
    expect(error.reason).toContain("100 handles are in use, and 100 are allowed");
  });

  test("what a plugin hands over in a call has a limit", async () => {
    const text = `(module (import "test:links/log@1.0.0" "write" (func $write (param i32 i32)))
      (memory (export "memory") 1)
      (func (export "run") (call $write (i32.const 0) (i32.const 1024)) (call $write (i32.const 0) (i32.const 1025))))`;
    const written: string[] = [];
    const plugin = await loadPlugin<{ run(): void }>(wat(text), {
      canonicalAbi,
      contract: linkContract("user"),
      imports: { "test:links/log": { write: (line: string) => void written.push(line) } },
      limits: { values: "1KiB" },
    });
    const error = await failure(() => plugin.exports.run());
    expect(error.code).toBe("memory-limit");
    expect(error.reason).toContain("limits.values: its strings and lists take 1025 bytes, and 1024 are allowed");
    expect(written.map(({ length }) => length)).toEqual([1024]);
  });

  test("what ends by itself is as it is without limits", async () => {
    const { exports } = await loadPlugin<Maker>(maker({}), { ...options, contract: linkContract("maker") });
    using thing = new exports.things.Thing(7);
    expect(thing.get()).toBe(7);
  });
});
