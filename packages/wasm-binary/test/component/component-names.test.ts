import { decodeComponent, readComponentNames } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { componentOf, section } from "../bytes.ts";
import { failure } from "../failure.ts";
import { componentFixtures } from "./fixtures.ts";

const named = (...subsections: readonly (readonly number[])[]): Uint8Array =>
  componentOf(section(0, [14], "component-name", ...subsections));

describe("readComponentNames", () => {
  test("reads what the text format named", () => {
    const { component, items } = readComponentNames(decodeComponent(componentFixtures.resources));
    expect(component).toBe("outer");
    expect([...(items.get("core module") ?? [])]).toEqual([
      [0, "libc"],
      [1, "main"],
    ]);
    expect(items.get("func")?.get(0)).toBe("log");
    expect(items.get("component")?.get(0)).toBe("face");
    expect(items.has("value")).toBe(false);
  });

  test("gives nothing without the section", () => {
    expect(readComponentNames(decodeComponent(componentOf()))).toEqual({ component: undefined, items: new Map() });
  });

  test("passes over subsections that it does not know", () => {
    const file = named(section(7, [0xff]), section(1, [1], 1, [0, 1], "f"));
    expect(readComponentNames(decodeComponent(file)).items.get("func")).toEqual(new Map([[0, "f"]]));
  });

  test("unites subsections of one sort; the last name of an index counts", () => {
    const file = named(section(1, [1], 2, [0, 1], "f", [1, 1], "g"), section(1, [1], 2, [1, 1], "h", [2, 1], "i"));
    const names = new Map([
      [0, "f"],
      [1, "h"],
      [2, "i"],
    ]);
    expect(readComponentNames(decodeComponent(file)).items.get("func")).toEqual(names);
  });

  test.each([
    {
      what: "an index twice",
      file: named(section(1, [1], 2, [0, 1], "f", [0, 1], "g")),
      reason: "component-name section: func: 2nd entry: index 0 is named twice (at offset 0x20)",
    },
    {
      what: "an unknown sort",
      file: named(section(1, [9], 0)),
      reason: "component-name section: unknown sort 0x09 (at offset 0x1b)",
    },
    {
      what: "a subsection that is too long",
      file: named([0, 9, 1]),
      reason: "component-name section: subsection takes 9 bytes, but only 1 follow (at offset 0x1b)",
    },
  ])("refuses $what, which decodeComponent does not mind", ({ file, reason }) => {
    const component = decodeComponent(file);
    const error = failure(() => readComponentNames(component));
    expect(error.message).toBe(`cannot decode component: ${reason}`);
    expect(error.code).toBe("malformed");
  });
});
