import { createPreview2 } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { camelCase, pascalCase, specification } from "./specification.ts";

const wasi = await createPreview2(undefined, { name: "guest" }, ["wasi:filesystem/types@0.2.0"]);

test("there is an interface for every one of the command line's world", () => {
  expect(specification).toHaveLength(28);
});

test.each(specification)(
  "$id has the functions and resources of its text, and nothing else",
  ({ id, functions, resources }) => {
    const provided = Object.entries(wasi.provide(`${id}@0.2.12`) ?? {});
    const names = [...functions.map(camelCase), ...Object.keys(resources).map(pascalCase)];
    expect(provided.map(([name]) => name).toSorted()).toEqual(names.toSorted());
    expect(provided.every(([, member]) => typeof member === "function")).toBe(true);
    for (const [resource, methods] of Object.entries(resources)) {
      const owner: { prototype: object } = Object.fromEntries(provided)[pascalCase(resource)];
      const found = Object.getOwnPropertyNames(owner.prototype).filter((name) => name !== "constructor");
      expect(found.toSorted()).toEqual(methods.map(camelCase).toSorted());
      expect(
        Object.getOwnPropertyNames(owner).filter((name) => typeof Reflect.get(owner, name) === "function"),
      ).toEqual([]);
      expect(Symbol.dispose in owner.prototype).toBe(true);
    }
  },
);

test.each(["0.2.0", "0.2.3", "0.2.12", "0.2.99", "0.2"])("the version %s is of the same track", (version) => {
  const provided = wasi.provide(`wasi:cli/exit@${version}`);
  expect(Object.keys(provided ?? {})).toEqual(["exit", "exitWithCode"]);
  expect(wasi.provide("wasi:cli/exit@0.2.12")).toBe(provided);
});

test.each([
  "wasi:cli/exit@0.1.0",
  "wasi:cli/exit@0.3.0",
  "wasi:cli/exit@0.20.0",
  "wasi:cli/exit@1.0.2",
  "wasi:cli/exit@0.2.0-rc-2023-11-10",
  "wasi:cli/exit",
  "cli/exit@0.2.0",
  "acme:cli/exit@0.2.0",
  "wasi:cli/run@0.2.0",
  "wasi:cli/constructor@0.2.0",
  "wasi:cli/environment@0.2.0@0.2.0",
  "",
])("%j is not provided", (id) => {
  expect(wasi.provide(id)).toBeUndefined();
});

test("an interface has no prototype and stays as it is", () => {
  for (const { id } of specification) {
    const provided = wasi.provide(`${id}@0.2.0`);
    expect(Object.getPrototypeOf(provided)).toBeNull();
    expect(Object.isFrozen(provided)).toBe(true);
  }
});

test("plugins do not share what they are given", async () => {
  const other = await createPreview2(undefined, { name: "other" });
  expect(other.provide("wasi:cli/exit@0.2.0")).not.toBe(wasi.provide("wasi:cli/exit@0.2.0"));
});

test("a resource is not made by whoever has its class", () => {
  for (const { id, resources } of specification) {
    for (const resource of Object.keys(resources)) {
      const owner = Reflect.get(wasi.provide(`${id}@0.2.0`) ?? {}, pascalCase(resource));
      expect(() => Reflect.construct(owner, [{ alive: true }]), resource).toThrow(TypeError);
    }
  }
});

test("what is not a grant is refused as with preview1", async () => {
  const created = createPreview2({ stduot: console.log } as never, { name: "shout" });
  await expect(created).rejects.toMatchObject({
    code: "bad-argument",
    message: 'cannot grant capabilities to shout: grant has no key "stduot", did you mean "stdout"',
  });
});
