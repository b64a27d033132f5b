import { readFile } from "node:fs/promises";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import type {} from "@polyplug/built-guests";
import { type Contract, loadPlugin, ResultError } from "@polyplug/host";
import { contractModule, declarations } from "@polyplug/typings";
import { beforeAll, describe, expect, inject, test } from "vitest";

/** What the example's contract says, which another test compares with what is written for it. */
interface Filter {
  readonly transform: (text: string) => string;
}

interface FilterHost {
  readonly "acme:text/log": { readonly write: (line: string) => void };
}

const example = new URL("../../../examples/text-filter/", import.meta.url);
const guests = inject("typedGuests")
  .filter(({ topic }) => topic === "text-filter")
  .map((guest) => ({ ...guest, title: `${guest.generator ?? guest.language}, ${guest.target}` }));

let bindgen: Bindgen;
let contract: Contract<Filter, FilterHost>;
beforeAll(async () => {
  bindgen = await loadBindgen();
  ({ contract } = await import(new URL("text-filter.contract.ts", example).href));
  return () => bindgen.dispose();
});

test("there are guests", () => {
  expect(guests.map(({ target }) => target)).toEqual(expect.arrayContaining(["core", "component"]));
});

describe.each(guests)("$title", ({ path, grant }) => {
  test("is loaded with the contract that was written for it", async () => {
    const lines: string[] = [];
    const imports = { "acme:text/log": { write: (line: string) => void lines.push(line) } };
    using plugin = await loadPlugin(path, { contract, imports, grant });
    expect(plugin.exports.transform("hello")).toBe("HELLO");
    expect(lines).toHaveLength(1);
    expect(() => plugin.exports.transform("")).toThrow(ResultError);
  });

  test("has the declarations that its world has", async () => {
    const lines = (await declarations(await readFile(path))).split("\n");
    expect(lines).toContain("export declare function transform(text: string): string;");
    expect(lines.some((line) => line.includes("interface"))).toBe(false);
  });

  test("becomes the same contract as its WIT", async () => {
    const written = await contractModule(await readFile(path), { bindgen, name: "text-filter" });
    const wit = await contractModule(await readFile(new URL("world.wit", example), "utf8"), { bindgen });
    expect(typesOf(written)).toEqual(typesOf(wit));
  });
});

/** The lines of a module but for comments and what says of which world it is. */
function typesOf(text: string): string[] {
  return text.split("\n").filter((line) => !/^\s*(\/\*|\*|\/\/|"AGFz|$)/.test(line));
}
