import { decodeModule, readNames, readProducers } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { moduleOf, section } from "./bytes.ts";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

/** A subsection of the name section, its size put in. */
const subsection = section;

describe("readNames", () => {
  test("reads what the text format named", () => {
    const names = readNames(
      decodeModule(
        wat(`
          (module $adders
            (import "env" "log" (func $log (param $text i32)))
            (func $add (param $left i32) (param $right i32) (local $sum i32))
            (memory $heap 1)
            (global $count i32 (i32.const 0)))`),
      ),
    );
    expect(names.module).toBe("adders");
    expect([...names.functions]).toEqual([
      [0, "log"],
      [1, "add"],
    ]);
    const locals = [...(names.locals.get(1) ?? [])];
    expect(locals).toEqual([
      [0, "left"],
      [1, "right"],
      [2, "sum"],
    ]);
    expect(names.memories.get(0)).toBe("heap");
    expect(names.globals.get(0)).toBe("count");
  });

  test("reads the extended subsections and passes over those it does not know", () => {
    const file = moduleOf(
      section(
        0,
        [4],
        "name",
        subsection(3, 1, [7, 1, 0, 4], "loop"),
        subsection(4, 1, [0, 3], "vec"),
        subsection(8, 1, [2, 4], "elem"),
        subsection(10, 1, [0, 1, 5, 1], "x"),
        subsection(11, 1, [0, 4], "oops"),
        subsection(77, [0xff, 0xff]),
      ),
    );
    const names = readNames(decodeModule(file));
    expect(names.labels.get(7)?.get(0)).toBe("loop");
    expect(names.types.get(0)).toBe("vec");
    expect(names.elements.get(2)).toBe("elem");
    expect(names.fields.get(0)?.get(5)).toBe("x");
    expect(names.tags.get(0)).toBe("oops");
  });

  test("gives empty maps without a name section", () => {
    const names = readNames(decodeModule(moduleOf()));
    expect(names.module).toBeUndefined();
    expect(names.functions.size).toBe(0);
  });

  test.each([
    {
      what: "a name that is not UTF-8",
      content: subsection(1, 2, [0, 1], "a", [1, 1, 0xff]),
      reason: "name section: functions: 2nd entry: name is not UTF-8 (at offset 0x17)",
    },
    {
      what: "an index twice",
      content: subsection(1, 2, [0, 1], "a", [0, 1], "b"),
      reason: "name section: functions: 2nd entry: index 0 is named twice (at offset 0x15)",
    },
    {
      what: "a function's locals twice",
      content: subsection(2, 2, [0, 0], [0, 0]),
      reason: "name section: locals: 2nd entry: index 0 is there twice (at offset 0x14)",
    },
    {
      what: "a subsection that is too long",
      content: [2, 9, 0],
      reason: "name section: locals: content takes 9 bytes, but only 1 follow (at offset 0x11)",
    },
    {
      what: "a huge count",
      content: subsection(1, 0xff, 0xff, 0xff, 0xff, 0x0f),
      reason: "name section: functions: entry count is 4294967295, but only 0 bytes follow (at offset 0x11)",
    },
  ])("refuses $what, which decodeModule does not mind", ({ content, reason }) => {
    const module = decodeModule(moduleOf(section(0, [4], "name", content)));
    const error = failure(() => readNames(module));
    expect(error.code).toBe("malformed");
    expect(error.message).toBe(`cannot decode module: ${reason}`);
  });
});

describe("readProducers", () => {
  test("reads languages, tools and SDKs, and passes over other fields", () => {
    const file = moduleOf(
      section(
        0,
        [9],
        "producers",
        3,
        ...[[8], "language", 1, [4], "Rust", [0]],
        ...[[12], "processed-by", 2, [5], "rustc", [4], "1.90", [6], "walrus", [1], "2"],
        ...[[6], "motto!", 1, [1], "a", [1], "b"],
      ),
    );
    expect(readProducers(decodeModule(file))).toEqual({
      language: [["Rust", ""]],
      processedBy: [
        ["rustc", "1.90"],
        ["walrus", "2"],
      ],
      sdk: [],
    });
  });

  test("gives empty lists without a producers section", () => {
    expect(readProducers(decodeModule(moduleOf()))).toEqual({ language: [], processedBy: [], sdk: [] });
  });

  test("refuses a field that is there twice", () => {
    const module = decodeModule(moduleOf(section(0, [9], "producers", 2, [3], "sdk", [0, 3], "sdk", [0])));
    const error = failure(() => readProducers(module));
    expect(error.reason).toBe('producers section: 2nd field: field "sdk" is there twice (at offset 0x1a)');
  });
});
