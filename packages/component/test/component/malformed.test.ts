import { readdirSync } from "node:fs";
import { planComponent } from "@polyplug/component";
import { PluginError } from "@polyplug/errors";
import { decodeComponent } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { fixture, planFixture } from "../fixture.ts";
import { load } from "../plugin.ts";

const reasons: Readonly<Record<string, string>> = {
  "import-not-given": 'import "g" of a component is not given',
  "import-of-another-sort": 'import "f" of a component is given what is of the sort instance, and func is wanted',
  "import-of-no-resource": 'import "r" of a component is a resource, and is given another type',
  "core-import-not-given": 'import "a" "c" of a core module is not given',
  "core-import-of-another-sort": 'import "a" "b" of a core module is given what is of the sort core func',
  "core-import-of-another-type": "is func (i64) -> i64, and is given func (i32) -> i64",
  "core-import-of-a-builtin": "is func (i32), and is given func (i32) -> i32",
  "lifted-signature": "the core function is func (i32) -> i32, and func (i64) -> i32 is wanted",
  "realloc-signature": "realloc is func (i32), and func (i32, i32, i32, i32) -> i32 is wanted",
  "post-return-signature": "the post-return function is func (i64), and func (i32) is wanted",
  "memory-of-64-bits": "the memory of its values is memory i64 1, and one of 32 bits is wanted",
  "destructor-signature": "a destructor is func (i64), and func (i32) is wanted",
  "resource-of-64-bits": "a resource is represented by i64",
  "new-of-anothers-resource": "resource.new is for resources of the component itself, and r is none",
  "rep-of-the-hosts-resource": "resource.rep is for resources of the component itself, and r is none",
  "alias-of-nothing": 'an alias of the func "f" finds nothing',
  "alias-of-another-sort": 'an alias of the func "f" finds what is of the sort type',
  "export-of-another-type": "the function is exported by a type that is not its own",
  "core-alias-of-nothing": 'an alias of the core func "toString" finds nothing',
};

test.each(Object.entries(reasons))("%s is refused before anything is compiled", async (name, reason) => {
  const component = decodeComponent(fixture(`malformed/${name}`));
  const error: unknown = await planComponent(component).catch((thrown: unknown) => thrown);
  if (!PluginError.is(error)) return expect.unreachable(`expected a PluginError, got ${String(error)}`);
  expect(error.code).toBe(name.endsWith("-of-64-bits") ? "unsupported" : "malformed");
  expect(error.reason).toContain(reason);
  expect(error.offset).toBeGreaterThan(8);
});

test("core modules that do not fit each other are the engine's to refuse", async () => {
  const plan = await planFixture("malformed/engine-refuses");
  await expect(load(plan)).rejects.toMatchObject({ code: "malformed", message: expect.stringContaining('"a" "b"') });
});

test("every text of the folder is tried", () => {
  const files = readdirSync(new URL("../fixtures/malformed", import.meta.url)).filter((name) => name.endsWith(".wat"));
  const names = files.map((name) => name.replace(/\.wat$/, ""));
  expect(names.sort()).toEqual([...Object.keys(reasons), "engine-refuses"].sort());
});
