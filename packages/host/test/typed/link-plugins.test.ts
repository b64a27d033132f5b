import { type LinkedSource, linkPlugins } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

const realloc = `(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)`;

/** Tells the log "hi", twice. */
const user = {
  contract: linkContract("user"),
  source: wat(`(module
    (import "test:links/log@1.0.0" "write" (func $write (param i32 i32)))
    (memory (export "memory") 1) (data (i32.const 16) "hi") ${realloc}
    (func (export "run")
      (call $write (i32.const 16) (i32.const 2))
      (call $write (i32.const 16) (i32.const 2))))`),
};

/** Takes a number for each line; from the third on it fails. */
const logger = {
  contract: linkContract("logger"),
  source: wat(`(module
    (import "test:links/numbers@1.0.0" "next" (func $next (result i32)))
    (memory (export "memory") 1) ${realloc}
    (func (export "test:links/log@1.0.0#write") (param i32 i32)
      (if (i32.gt_u (call $next) (i32.const 2)) (then unreachable))))`),
};

const counter = {
  contract: linkContract("counter"),
  source: wat(`(module (global $n (mut i32) (i32.const 0))
    (func (export "test:links/numbers@1.0.0#next") (result i32)
      (global.set $n (i32.add (global.get $n) (i32.const 1)))
      (global.get $n)))`),
};

const circular = {
  contract: linkContract("circular"),
  source: wat(`(module
    (import "test:links/log@1.0.0" "write" (func (param i32 i32)))
    (memory (export "memory") 1) ${realloc}
    (func (export "test:links/numbers@1.0.0#next") (result i32) i32.const 0))`),
};

test("what one plugin imports another exports, in whatever order they are given", async () => {
  using linked = await linkPlugins({ user, counter, logger });
  const { run } = linked.plugins.user.exports as { run(): void };
  run();
  const numbers = linked.plugins.counter.exports["test:links/numbers@1.0.0"] as { next(): number };
  expect(numbers.next()).toBe(3);
});

test("a plugin that fails takes those with it that were in the middle of calling it, and no other", async () => {
  using linked = await linkPlugins({ user, logger, counter });
  const { run } = linked.plugins.user.exports as { run(): void };
  run();
  const error = await failure(run);
  expect(error).toMatchObject({ code: "trap", plugin: "user" });
  expect(error.message).toContain("test:links/log@1.0.0#write");
  expect(error.cause).toMatchObject({ code: "trap", plugin: "logger" });
  expect(await failure(run)).toMatchObject({ code: "poisoned" });
  const { numbers } = linked.plugins.counter.exports as { numbers: { next(): number } };
  expect(numbers.next()).toBe(4);
});

test("what the host provides comes before what a plugin exports", async () => {
  let calls = 0;
  const numbers = { next: () => ++calls };
  using linked = await linkPlugins({ logger: { ...logger, imports: { "test:links/numbers": numbers } }, counter });
  const { log } = linked.plugins.logger.exports as { log: { write(line: string): void } };
  log.write("one");
  expect(calls).toBe(1);
});

test("what the host provides makes no circle", async () => {
  const log = { write: () => undefined };
  using linked = await linkPlugins({ logger, circular: { ...circular, imports: { "test:links/log@1.0.0": log } } });
  expect(Object.keys(linked.plugins).sort()).toEqual(["circular", "logger"]);
});

test("functions outside of interfaces are the host's to give, though another plugin exports one of that name", async () => {
  const asking = {
    contract: linkContract("asking"),
    source: wat(`(module (import "$root" "next-line" (func $next (result i32)))
      (func (export "test:links/numbers@1.0.0#next") (result i32) (call $next)))`),
    imports: { nextLine: () => 5 },
  };
  const answering = {
    contract: linkContract("answering"),
    source: wat(`(module (import "test:links/numbers@1.0.0" "next" (func $next (result i32)))
      (func (export "next-line") (result i32) (i32.mul (call $next) (i32.const 2))))`),
  };
  using linked = await linkPlugins({ asking, answering });
  const { nextLine } = linked.plugins.answering.exports as { nextLine(): number };
  expect(nextLine()).toBe(10);
});

test("plugins that need each other in a circle are refused, and nothing of them is loaded", async () => {
  const error = await failure(() => linkPlugins({ logger, circular }));
  expect(error).toMatchObject({ code: "bad-argument" });
  expect(error.reason).toBe("they need each other: logger -> circular -> logger");
});

test.each([
  ["isolation", { isolation: "worker" }],
  ["asyncImports", { asyncImports: true }],
])("plugins that run elsewhere, or wait, are refused: %s", async (path, more) => {
  const source = { source: wat("(module)"), ...more } as object as LinkedSource;
  const error = await failure(() => linkPlugins({ one: source }));
  expect(error).toMatchObject({ code: "unsupported", path });
  expect(error.reason).toContain("call each other at once, in this thread");
});

test("where one cannot be loaded, the error is its own", async () => {
  const error = await failure(() => linkPlugins({ counter, user }));
  expect(error).toMatchObject({ code: "missing-import", plugin: "user" });
});

test("a resource of one plugin goes through the other as the object that it is to the host", async () => {
  const maker = {
    contract: linkContract("maker"),
    source: wat(`(module
      (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
      (global $dropped (export "dropped") (mut i32) (i32.const 0))
      (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
      (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32)
        (i32.add (local.get 0) (global.get $dropped)))
      (func (export "test:links/things@1.0.0#[dtor]thing") (param i32)
        (global.set $dropped (i32.add (global.get $dropped) (i32.const 1)))))`),
  };
  const taker = {
    contract: linkContract("taker"),
    source: wat(`(module
      (import "test:links/things@1.0.0" "[constructor]thing" (func $make (param i32) (result i32)))
      (import "test:links/things@1.0.0" "[method]thing.get" (func $get (param i32) (result i32)))
      (import "test:links/things@1.0.0" "[resource-drop]thing" (func $drop (param i32)))
      (func (export "double") (param i32) (result i32) (local $thing i32)
        (local.set $thing (call $make (local.get 0)))
        (i32.add (call $get (local.get $thing)) (call $get (local.get $thing)))
        (call $drop (local.get $thing))))`),
  };
  using linked = await linkPlugins({ taker, maker });
  const { double } = linked.plugins.taker.exports as { double(value: number): number };
  expect(double(20)).toBe(40);
  // One was dropped by then, which the maker adds to each.
  expect(double(20)).toBe(42);
});
