import { inspectPlugin, loadPlugin } from "@polyplug/host";
import { ByteWriter } from "@polyplug/wasm-binary";
import { expect, test, vi } from "vitest";
import { failure } from "./failure.ts";

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const i32 = 0x7f;
const manyValues = Array.from({ length: 1000 }, () => i32);

function section(id: number, write: (writer: ByteWriter) => void): Uint8Array {
  const content = new ByteWriter();
  write(content);
  return new ByteWriter().section(id, content.toBytes()).toBytes();
}

function moduleOf(...sections: Uint8Array[]): Uint8Array {
  return sections.reduce((writer, bytes) => writer.raw(bytes), new ByteWriter().raw(header)).toBytes();
}

const types = section(1, (writer) => writer.u32(1).byte(0x60).u32(1000).raw(manyValues).u32(0));

test("a type that is mentioned often is described once", async () => {
  const count = 1_000;
  const imports = section(2, (writer) => {
    writer.u32(count);
    for (let index = 0; index < count; index++) writer.raw([1, 0x61, 1, 0x62, 0, 0]);
  });
  const bytes = moduleOf(types, imports);
  const info = await inspectPlugin(bytes);
  expect(info.imports).toHaveLength(count);
  expect(info.imports[0]?.params).toHaveLength(1000);
  expect(info.imports.every(({ params }) => params === info.imports[0]?.params)).toBe(true);
  const error = await failure(() => loadPlugin(bytes));
  expect(error.missing).toHaveLength(count);
  // The signature once, and what is to be pasted without a thousand names.
  expect(Math.max(...(error.missing ?? []).map(({ cure }) => cure.length))).toBeLessThan(200);
});

test("more values than anybody could print are refused", async () => {
  const imports = section(2, (writer) => {
    writer.u32(1_001);
    for (let index = 0; index < 1_001; index++) writer.raw([1, 0x61, 1, 0x62, 0, 0]);
  });
  for (const use of [inspectPlugin, loadPlugin]) {
    const error = await failure(() => use(moduleOf(types, imports)));
    expect(error.code).toBe("unsupported");
    expect(error.reason).toBe("its imports and exports take and give more than 1000000 values");
  }
});

test("no more code is made for a plugin than a few megabytes, and its functions check their arguments all the same", async () => {
  const count = 1_000;
  const bytes = moduleOf(
    types,
    section(3, (writer) => writer.u32(1).u32(0)),
    section(7, (writer) => {
      writer.u32(count);
      for (let index = 0; index < count; index++) writer.name(`f${index}`).byte(0).u32(0);
    }),
    section(10, (writer) => writer.u32(1).sized((body) => body.raw([0, 0x0b]))),
  );
  const made = vi.spyOn(globalThis, "Function");
  try {
    const plugin = await loadPlugin(bytes);
    expect(Math.max(0, ...made.mock.calls.map(([, , text]) => String(text ?? "").length))).toBeLessThan(4_000_000);
    expect(plugin.exports["f999"]?.(...Array.from({ length: 1000 }, () => 1))).toBeUndefined();
    expect(await failure(() => plugin.exports["f0"]?.(1))).toMatchObject({ code: "bad-argument" });
  } finally {
    made.mockRestore();
  }
});

test("thousands of interfaces whose names differ are shown by their own names in no time to speak of", async () => {
  const count = 4_000;
  const exports = new ByteWriter().u32(count);
  for (let index = 0; index < count; index++) exports.byte(0).name(`a:b/c${index}`).raw([5, 0, 0]);
  const component = new ByteWriter()
    .raw([0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00])
    .section(5, Uint8Array.of(1, 1, 0))
    .section(11, exports.toBytes());
  const before = performance.now();
  const plugin = await loadPlugin(component.toBytes());
  expect(performance.now() - before).toBeLessThan(1_500);
  expect(Object.keys(plugin.exports)).toHaveLength(2 * count);
});
