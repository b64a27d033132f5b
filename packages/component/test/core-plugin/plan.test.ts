import type { ValueType } from "@polyplug/abi";
import { planCorePlugin } from "@polyplug/component";
import { decodeModule } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { bytes, func, resource, string, world } from "../worlds.ts";

const module = (text: string) => decodeModule(wat(text));

describe("an import of the world is found by either scheme of names", () => {
  const log = world({ log: func([string]), "acme:text/out@1.2.3": { write: func([string]) } }, {});

  test.each([
    ["legacy", `"$root" "log"`, undefined, "log"],
    ["cm32p2", `"cm32p2" "log"`, undefined, "log"],
    ["legacy", `"acme:text/out@1.2.3" "write"`, "acme:text/out@1.2.3", "write"],
    ["cm32p2", `"cm32p2|acme:text/out@1" "write"`, "acme:text/out@1.2.3", "write"],
  ])("%s: %s", (_, names, owner, name) => {
    const plan = planCorePlugin(module(`(module (import ${names} (func (param i32 i32))))`), log, "utf8");
    expect(plan.imports).toMatchObject([{ kind: "import", interface: owner, name }]);
    expect(plan.hostImports).toEqual([]);
  });
});

describe("of several versions on one track, an import is of", () => {
  const write = { write: func([]) };
  const ids = ["1.2.0", "1.10.0", "1.9.9", "2.0.0", "0.0.3", "1.11.0-rc.1"].map(
    (version) => `acme:text/out@${version}`,
  );

  test.each([
    ["the very one", "acme:text/out@1.2.0", "acme:text/out@1.2.0"],
    ["the very one", "cm32p2|acme:text/out@0.0.3", "acme:text/out@0.0.3"],
    ["the very one", "cm32p2|acme:text/out@1.11.0-rc.1", "acme:text/out@1.11.0-rc.1"],
    ["the latest", "cm32p2|acme:text/out@1", "acme:text/out@1.10.0"],
  ])("%s: %s", (_, asked, found) => {
    for (const order of [ids, ids.toReversed()]) {
      const several = world(Object.fromEntries(order.map((id) => [id, write])), {});
      const plan = planCorePlugin(module(`(module (import "${asked}" "write" (func)))`), several, "utf8");
      expect(plan.imports.map((item) => item.interface)).toEqual([found]);
    }
  });
});

test("what is not of the world is left to the host", () => {
  const text = `(module
    (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
    (import "env" "abort" (func))
    (import "acme:text/out@1.2.3" "write" (func))
    (import "env" "memory" (memory 1)))`;
  const plan = planCorePlugin(module(text), world({ log: func([]) }, {}), "utf8");
  expect(plan.hostImports.map((item) => `${item.module} ${item.name}`)).toEqual([
    "wasi_snapshot_preview1 fd_write",
    "env abort",
    "acme:text/out@1.2.3 write",
    "env memory",
  ]);
  expect(plan.imports).toEqual([]);
});

test("a function that is imported twice is one import", () => {
  const text = `(module (import "$root" "log" (func)) (import "$root" "log" (func)) (import "cm32p2" "log" (func)))`;
  const plan = planCorePlugin(module(text), world({ log: func([]) }, {}), "utf8");
  expect(plan.imports).toHaveLength(1);
});

test("functions of one type are told apart, though one item stands for both", () => {
  const item = func([]);
  const text = `(module (import "$root" "one" (func)) (import "$root" "two" (func)) (import "acme:text/out" "one" (func)))`;
  const all = world({ one: item, two: item, "acme:text/out": { one: item } }, {});
  const plan = planCorePlugin(module(text), all, "utf8");
  expect(plan.imports.map(({ interface: owner, name }) => [owner, name])).toEqual([
    [undefined, "one"],
    [undefined, "two"],
    ["acme:text/out", "one"],
  ]);
});

describe("core types have to be those of the world", () => {
  const exported = world({}, { "acme:text/filter@1.0.0": { transform: func([string], string) } });
  const name = "acme:text/filter@1.0.0#transform";
  const wrong = (text: string, given = exported) => failure(() => planCorePlugin(module(text), given, "utf8"));

  test("of an export", () => {
    expect(wrong(`(module (func (export "${name}") (param i32) (result i32) unreachable))`)).toMatchObject({
      code: "malformed",
      reason: `export "${name}" is func (i32) -> i32, and func (i32, i32) -> i32 is wanted`,
      path: name,
    });
  });

  test("of what should be a function and is none", () => {
    const text = `(module (memory (export "${name}") 1))`;
    expect(wrong(text).reason).toBe(`export "${name}" is memory 1, and func (i32, i32) -> i32 is wanted`);
  });

  test("of an import", () => {
    const text = `(module (import "$root" "log" (func (param i32))))`;
    expect(wrong(text, world({ log: func([string]) }, {}))).toMatchObject({
      code: "malformed",
      reason: 'import "$root" "log" is func (i32), and func (i32, i32) is wanted',
      path: "$root.log",
    });
  });

  test("of a built-in of resources", () => {
    const file = { name: "file" };
    const text = `(module (import "acme:fs/files" "[resource-drop]file" (func (param i64))))`;
    const given = world({ "acme:fs/files": { file: resource(file) } }, {});
    expect(wrong(text, given).reason).toContain("is func (i64), and func (i32) is wanted");
  });

  test.each([
    ["realloc", `(func (export "cabi_realloc") (param i32) (result i32) unreachable)`],
    ["post-return", `(func (export "cabi_post_${name}"))`],
    ["memory of 64 bits", `(memory (export "memory") i64 1)`],
    ["shared memory", `(memory (export "memory") 1 1 shared)`],
  ])("of %s", (_, text) => {
    const transform = `(func (export "${name}") (param i32 i32) (result i32) unreachable)`;
    expect(wrong(`(module ${transform} ${text})`)).toMatchObject({ code: "malformed" });
  });

  test("and nothing may be missing", () => {
    expect(wrong("(module)")).toMatchObject({
      code: "malformed",
      message: `cannot link the plugin: it has no export "${name}", which its world promises`,
    });
  });
});

describe("what a plugin needs is found by all its names", () => {
  const exported = world({}, { run: func([bytes], bytes) });

  test.each(["cabi_realloc", "canonical_abi_realloc", "cabi_export_realloc", "cabi_import_realloc", "cm32p2_realloc"])(
    "%s",
    (name) => {
      const realloc = `(func (export "${name}") (param i32 i32 i32 i32) (result i32) unreachable)`;
      const run = `(func (export "run") (param i32 i32) (result i32) unreachable)`;
      const plan = planCorePlugin(module(`(module ${realloc} ${run} (memory (export "memory") 1))`), exported, "utf8");
      expect(plan.exports.get("run")).toMatchObject({ options: { realloc: { name }, memory: { name: "memory" } } });
    },
  );

  test.each([
    ["run", "cabi_post_run"],
    ["cm32p2||run", "cm32p2||run_post"],
  ])("%s with %s", (name, post) => {
    const run = `(func (export "${name}") (param i32 i32) (result i32) unreachable)`;
    const plan = planCorePlugin(module(`(module ${run} (func (export "${post}") (param i32)))`), exported, "utf8");
    expect(plan.exports.get("run")).toMatchObject({ core: { name }, options: { postReturn: { name: post } } });
  });

  test.each(["acme:fs/files#[dtor]temp-file", "acme:fs/files#[dtor]temp_file", "cm32p2|acme:fs/files|temp-file_dtor"])(
    "%s",
    (name) => {
      const type = { name: "temp-file" };
      const given = world({}, { "acme:fs/files": { "temp-file": resource(type) } });
      const plan = planCorePlugin(module(`(module (func (export "${name}") (param i32)))`), given, "utf8");
      expect(plan.resources.get(type)).toMatchObject({ instance: 0, destructor: { name } });
    },
  );
});

describe("a plugin is set up by one function", () => {
  const exports = (...names: readonly string[]) => names.map((name) => `(func (export "${name}"))`).join(" ");

  test.each([
    [["_initialize", "__wasm_call_ctors"], ["_initialize"]],
    [["cm32p2_initialize"], ["cm32p2_initialize"]],
    [["__wasm_call_ctors"], ["__wasm_call_ctors"]],
    [["_start", "__wasm_call_ctors"], []],
    [[], []],
  ])("of %j by %j", (names, called) => {
    const plan = planCorePlugin(module(`(module ${exports(...names)})`), world({}, {}), "utf8");
    expect(plan.steps.flatMap((step) => (step.kind === "call" ? [step.name] : []))).toEqual(called);
    expect(plan.start === undefined).toBe(!names.includes("_start"));
  });

  test("and not by one that takes something", () => {
    const plan = planCorePlugin(module(`(module (func (export "_initialize") (param i32)))`), world({}, {}), "utf8");
    expect(plan.steps).toHaveLength(1);
  });
});

describe("what is not there yet is named, and keeps nobody from looking", () => {
  test("async functions, types that can only be told of, intrinsics", () => {
    const stream = { kind: "unsupported", text: "stream<u8>" } as const;
    const given = world(
      { read: func([], { kind: "list", element: stream }) },
      { run: { kind: "function", type: { async: true, params: [] } } },
    );
    const text = `(module
      (import "$root" "read" (func (param i32)))
      (import "$root" "[stream-new-0]read" (func (result i64)))
      (import "[export]$root" "[task-return]run" (func)))`;
    const plan = planCorePlugin(module(text), given, "utf8");
    expect([...plan.unsupported].sort()).toEqual([
      "[stream-new-0]read",
      "[task-return]run",
      "async func",
      "stream<u8>",
    ]);
  });
});

test("a resource of the host's stays that, though it is exported too", () => {
  const file = { name: "file" };
  const given = world({ "acme:fs/files": { file: resource(file) } }, { "acme:fs/more": { file: resource(file) } });
  const plan = planCorePlugin(module("(module)"), given, "utf8");
  expect([plan.resources.size, plan.instances]).toEqual([0, [{ parent: undefined, resources: [] }]]);
});

test("a type of which each part is twice the next is looked at part by part", () => {
  let type: ValueType = { kind: "u8" };
  for (let depth = 0; depth < 60; depth++) type = { kind: "tuple", types: [type, type] };
  const text = `(module (func (export "run") (param i32)))`;
  const plan = planCorePlugin(module(text), world({}, { run: func([type]) }), "utf8");
  expect(plan.unsupported).toEqual([]);
});

test("names of a binary are names and nothing else", () => {
  const names = ["__proto__", "toString", "constructor", `"}; process.exit(1); //`];
  const quoted = names.map((name) => name.replaceAll('"', '\\"'));
  const text = `(module ${quoted.map((name) => `(import "${name}" "${name}" (func))`).join(" ")}
    ${quoted.map((name, index) => `(func (export "${name}") (call ${index}))`).join(" ")})`;
  const plan = planCorePlugin(module(text), world({}, {}), "utf8");
  expect(plan.hostImports.map((item) => item.name)).toEqual(names);
  expect(Object.prototype).not.toHaveProperty("process");
});
