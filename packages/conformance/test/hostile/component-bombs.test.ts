import { readFile } from "node:fs/promises";
import { inspectPlugin, loadPlugin, PluginError } from "@polyplug/host";
import { ByteWriter, decodeComponent, encodeModule } from "@polyplug/wasm-binary";
import { describe, expect, inject, test } from "vitest";
import { component, section } from "./component-bytes.ts";
import { failure } from "./failure.ts";

/** The error that loading ends with; it takes no time to speak of. */
async function refusal(bytes: Uint8Array, milliseconds = 2_000): Promise<PluginError> {
  const before = performance.now();
  const error = await failure(() => loadPlugin(bytes));
  expect(performance.now() - before).toBeLessThan(milliseconds);
  await inspectPlugin(bytes).catch((thrown: unknown) => expect(PluginError.is(thrown)).toBe(true));
  return error;
}

/** (component <inner> (instance (instantiate 0)) (instance (instantiate 0))) */
const twice = (inner: Uint8Array): Uint8Array =>
  component(
    section(4, (bytes) => bytes.raw(inner)),
    section(5, (bytes) => bytes.raw([2, 0, 0, 0, 0, 0, 0])),
  );

const times = <T>(count: number, start: T, step: (value: T) => T): T => {
  let value = start;
  for (let index = 0; index < count; index++) value = step(value);
  return value;
};

describe("a small component that asks for much:", () => {
  test("instances that double fifty times", async () => {
    const bytes = times(50, component(), twice);
    expect(bytes.length).toBeLessThan(1_500);
    expect(await refusal(bytes)).toMatchObject({
      code: "unsupported",
      reason: expect.stringContaining("it has more than 1000 instances of components"),
    });
  });

  test("core instances that double", async () => {
    const inner = component(
      section(1, (bytes) => bytes.raw(encodeModule({}))),
      section(2, (bytes) => bytes.raw([2, 0, 0, 0, 0, 0, 0])),
    );
    const error = await refusal(times(9, inner, twice));
    expect(error.code).toBe("unsupported");
    expect(error.reason).toMatch(/it has more than 1000 instances/);
  });

  test("types that double sixty times", async () => {
    const bytes = component(
      section(7, (types) => {
        types.u32(62).raw([0x6f, 1, 0x7d]);
        for (let index = 0; index < 60; index++) types.raw([0x6f, 2, index, index]);
        // func() -> the last of them
        return types.raw([0x40, 0, 0, 60]);
      }),
      section(10, (imports) => imports.raw([1, 0]).name("f").raw([1, 61])),
    );
    const error = await refusal(bytes);
    expect(error).toMatchObject({ code: "unsupported" });
    expect(error.reason).toContain("100000");
  });

  test("a module with tables for all of the heap", async () => {
    const tables = encodeModule({ table: new ByteWriter().u32(1).raw([0x70, 0]).u32(900_000).toBytes() });
    const bytes = component(
      section(1, (content) => content.raw(tables)),
      section(2, (content) => content.raw([2, 0, 0, 0, 0, 0, 0])),
    );
    expect(await refusal(bytes)).toMatchObject({
      code: "unsupported",
      reason: expect.stringContaining("it has more than 1000000 entries in the tables of its instances"),
    });
  });

  test("a thousand memories of 4 GiB", async () => {
    const memory = encodeModule({ memory: new ByteWriter().u32(1).byte(0).u32(65_536).toBytes() });
    const bytes = component(
      section(1, (content) => content.raw(memory)),
      section(2, (content) => times(999, content.u32(999), (one) => one.raw([0, 0, 0]))),
    );
    expect(await refusal(bytes)).toMatchObject({
      code: "unsupported",
      reason: expect.stringContaining("it has more than 65536 pages that the memories of its instances start with"),
    });
  });
});

describe("a component that nests without end:", () => {
  const wrap = (id: number) => (inner: Uint8Array) => component(section(id, (bytes) => bytes.raw(inner)));

  test("components", async () => {
    expect(Object.keys((await loadPlugin(times(99, component(), wrap(4)))).exports)).toEqual([]);
    expect(await refusal(times(5_000, component(), wrap(4)))).toMatchObject({ code: "unsupported" });
  });

  test.each([
    ["instance types", 0x42],
    ["component types", 0x41],
  ])("%s", async (_, code) => {
    const nested = (depth: number): Uint8Array => {
      const types = new ByteWriter().raw([1]);
      for (let index = 0; index < depth; index++) types.raw([code, 1, 1]);
      return component(section(7, (bytes) => bytes.raw(types.raw([0x7d]).toBytes())));
    };
    expect(await refusal(nested(100_000))).toMatchObject({ code: "unsupported" });
  });

  test("lists of lists", async () => {
    const depth = 50_000;
    const bytes = component(
      section(7, (types) => {
        types.u32(depth).raw([0x70, 0x7d]);
        for (let index = 1; index < depth; index++) types.byte(0x70).s33(index - 1);
        return types;
      }),
    );
    expect(await refusal(bytes)).toMatchObject({ code: "unsupported" });
  });

  test("aliases outward", async () => {
    const bytes = component(
      section(6, (content) =>
        content
          .raw([1, 3, 2])
          .u32(2 ** 32 - 1)
          .u32(0),
      ),
    );
    expect((await refusal(bytes)).code).toBe("malformed");
  });
});

describe("a component that counts to 2^32 - 1:", () => {
  test.each(Array.from({ length: 13 }, (_, id) => id))("section %i", async (id) => {
    for (const more of [[], [0], [0, 0, 0, 0, 0, 0, 0, 0]]) {
      const bytes = component(section(id, (content) => content.u32(2 ** 32 - 1).raw(more)));
      expect((await refusal(bytes)).code).toMatch(/^(malformed|unsupported)$/);
    }
  });

  test.each([
    ["a record's fields", [0x72]],
    ["a variant's cases", [0x71]],
    ["a tuple's types", [0x6f]],
    ["flags", [0x6e]],
    ["an enum's cases", [0x6d]],
    ["a function's parameters", [0x40]],
    ["an instance type's declarators", [0x42]],
    ["a component type's declarators", [0x41]],
  ])("%s", async (_, code) => {
    const bytes = component(
      section(7, (types) =>
        types
          .u32(1)
          .raw(code)
          .u32(2 ** 32 - 1),
      ),
    );
    expect((await refusal(bytes)).code).toMatch(/^(malformed|unsupported)$/);
  });

  test("indices of everything", async () => {
    const index = new ByteWriter().u32(2 ** 32 - 1).toBytes();
    const indexed: readonly (readonly [id: number, before: readonly number[], after: readonly number[]])[] = [
      [2, [1, 0], [0]],
      [5, [1, 0], [0]],
      [6, [1, 0, 0, 1], [0]],
      [6, [1, 3, 2, 0], []],
      [7, [1, 0x70], []],
      [8, [1, 0, 0], [0, 0]],
      [8, [1, 1, 0], [0]],
      [8, [1, 2], []],
      [8, [1, 3], []],
      [8, [1, 4], []],
      [9, [], [0, 0]],
      [10, [1, 0, 1, 0x61, 1], []],
      [11, [1, 0, 1, 0x61, 1], [0]],
    ];
    for (const [id, before, after] of indexed) {
      const bytes = component(section(id, (content) => content.raw(before).raw(index).raw(after)));
      expect([id, (await refusal(bytes)).code]).toEqual([id, "malformed"]);
    }
  });
});

const real = inject("typedGuests").filter(
  ({ topic, language, target }) =>
    target === "component" && language === "c" && ["numbers", "guest-resources"].includes(topic),
);

/** Where core modules lie in a component. What becomes of changes in those is the engine's, or endless. */
function coreModules(bytes: Uint8Array): (readonly [start: number, end: number])[] {
  const ranges: (readonly [number, number])[] = [];
  const visit = ({ definitions }: ReturnType<typeof decodeComponent>): void => {
    for (const definition of definitions) {
      if (definition.kind === "component") visit(definition.component);
      if (definition.kind !== "core module") continue;
      const start = definition.module.bytes.byteOffset - bytes.byteOffset;
      ranges.push([start, start + definition.module.bytes.length]);
    }
  };
  visit(decodeComponent(bytes));
  return ranges;
}

describe.each(real)("$topic in $language", ({ path }) => {
  test("cut short anywhere is refused, or is whole", async () => {
    const bytes = Uint8Array.from(await readFile(path));
    const modules = coreModules(bytes);
    const codes = new Map<string, number>();
    for (let length = 0; length < bytes.length; length++) {
      // In the middle of a module one place is like another.
      if (length % 16 !== 0 && modules.some(([start, end]) => length > start + 64 && length < end - 64)) continue;
      const outcome = await codeOf(() => inspectPlugin(bytes.subarray(0, length)));
      codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
    }
    expect([...codes.keys()].sort()).toEqual(["malformed", "none", "not-wasm"]);
    // Whole are those that end where a section does.
    expect(codes.get("none")).toBeLessThan(200);
  });

  test("with one byte changed is refused, or loads", async () => {
    const original = Uint8Array.from(await readFile(path));
    const modules = coreModules(original);
    const bytes = Uint8Array.from(original);
    const codes = new Set<string>();
    let slowest = 0;
    for (const [at, before] of original.entries()) {
      if (modules.some(([start, end]) => at >= start && at < end)) continue;
      for (const byte of [before ^ (1 << (at % 8)), (before + 1) & 0xff, 0xff - before]) {
        bytes[at] = byte;
        const start = performance.now();
        // Most fail before anything of them is compiled. What does not is compiled now and then.
        let outcome = await codeOf(() => inspectPlugin(bytes));
        if (outcome === "none" && at % 8 === 0) outcome = await codeOf(async () => (await loadPlugin(bytes)).dispose());
        codes.add(outcome);
        slowest = Math.max(slowest, performance.now() - start);
      }
      bytes[at] = before;
    }
    const expected = ["malformed", "missing-import", "none", "not-wasm", "unsupported", "trap"];
    expect([...codes].filter((code) => !expected.includes(code))).toEqual([]);
    expect(slowest).toBeLessThan(2_000);
  });
});

test("there are real components to break", () => {
  expect(real.length).toBeGreaterThan(0);
});

/** The code of the PluginError that `work` ends with, or `none`. Nothing else may come out of it. */
async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "none";
  } catch (error) {
    if (!PluginError.is(error)) throw error;
    return error.code;
  }
}
