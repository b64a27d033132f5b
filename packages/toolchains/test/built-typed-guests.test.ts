import { readFile } from "node:fs/promises";
import type {} from "@polyplug/built-guests";
import { discoverTypedGuests, repository } from "@polyplug/toolchains";
import { expect, inject, test } from "vitest";
import { layerOf } from "./layer-of.ts";

const guests = inject("typedGuests");

test("every guest that has a contract was built", async () => {
  expect(inject("unbuiltTypedGuests")).toEqual([]);
  const folders = ["examples", "packages/conformance/cases", "packages/conformance"].map(
    (folder) => `${repository}/${folder}`,
  );
  const sources = (await Promise.all(folders.map((folder) => discoverTypedGuests(folder)))).flat();
  // A core plugin and a component each, two components in JavaScript, and one in TypeScript.
  const artifacts = sources.map(({ language }) => (language === "typescript" ? 1 : 2));
  expect(guests).toHaveLength(artifacts.reduce<number>((sum, count) => sum + count, 0));
});

test.for(guests.filter(({ target }) => target === "core"))(
  "$topic/$language for core is a module that carries its contract",
  async ({ path }) => {
    const bytes = await readFile(path);
    expect(WebAssembly.validate(bytes)).toBe(true);
    expect(bytes.includes("component-type")).toBe(true);
  },
);

test.for(guests.filter(({ target }) => target === "component"))(
  "$topic/$language for component is one, by $generator",
  async ({ path }) => {
    expect(await layerOf(path)).toBe("component");
  },
);
