import { createRequire } from "node:module";
import { ResultError } from "@polyplug/sdk-javascript";
import { stubImports } from "@polyplug/sdk-javascript/testing";
import { expect, test } from "vitest";

const load: <Module>(id: string) => Promise<Module> = createRequire(import.meta.url)("./native-import.cjs");

type Call = (...args: unknown[]) => unknown;

test("functions are looked up when they are called, and so can be exchanged", async () => {
  const log = { write: (line: string) => `first ${line}` };
  stubImports({ "test:functions/log@1.0.0": log });
  const { write } = await load<{ write: Call }>("test:functions/log@1.0.0");
  expect(write("a")).toBe("first a");
  log.write = (line) => `second ${line}`;
  expect(write("b")).toBe("second b");
});

test("functions keep their object, and classes are themselves", async () => {
  class Blob {
    size = 1;
  }
  stubImports({ "test:classes/blobs": { Blob, prefix: ">", add: addPrefix } });
  function addPrefix(this: { prefix: string }, text: string) {
    return this.prefix + text;
  }
  const module = await load<{ Blob: object; add: Call }>("test:classes/blobs");
  expect(module.Blob).toBe(Blob);
  expect(module.add("a")).toBe(">a");
});

test("a function by itself is the default export", async () => {
  stubImports({ "print-line": (line: string) => line.length });
  expect((await load<{ default: Call }>("print-line")).default("four")).toBe(4);
});

test("names are only names", async () => {
  stubImports({ "test:names/odd": { delete: () => 1, "a b\n*/": () => 2 } });
  const module = await load<{ delete: Call; "a b\n*/": Call }>("test:names/odd");
  expect([module.delete(), module["a b\n*/"]()]).toEqual([1, 2]);
});

test("what is stubbed later serves modules that are imported later", async () => {
  stubImports({ "test:later/one": { name: () => "one" } });
  const { name } = await load<{ name: Call }>("test:later/one");
  stubImports({ "test:later/one": { name: () => "another" }, "test:later/two": { name: () => "two" } });
  expect([
    name(),
    (await load<{ name: Call }>("test:later/one")).name(),
    (await load<{ name: Call }>("test:later/two")).name(),
  ]).toEqual(["one", "another", "two"]);
});

test("an error of the contract has what the contract wants, and a message for people", () => {
  expect(new ResultError("no such colour")).toMatchObject({ payload: "no such colour", message: "no such colour" });
  const { message, payload } = new ResultError({ line: 7 });
  expect([message, payload]).toEqual(['{"line":7}', { line: 7 }]);
});
