import { spawnSync } from "node:child_process";
import { loadPlugin } from "@polyplug/host";
import { ByteWriter, encodeModule } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

/** What the bodies and the sections of these modules are made of. */
const code = (...body: readonly number[]): Uint8Array => Uint8Array.of(1, body.length + 1, 0, ...body);
const run = Uint8Array.of(1, 3, 0x72, 0x75, 0x6e, 0, 0);

/** Makes arrays of 1,000 references each and keeps all of them, as each begins with the last. */
const arrays = encodeModule({
  // (type (array (mut anyref))), (type (func))
  type: Uint8Array.of(2, 0x5e, 0x6e, 1, 0x60, 0, 0),
  function: Uint8Array.of(1, 1),
  global: Uint8Array.of(1, 0x6e, 1, 0xd0, 0x6e, 0x0b),
  export: run,
  // (loop (global.set 0 (array.new 0 (global.get 0) (i32.const 1000))) (br 0))
  code: code(0x03, 0x40, 0x23, 0, 0x41, 0xe8, 0x07, 0xfb, 0x06, 0, 0x24, 0, 0x0c, 0, 0x0b, 0x0b),
});

test("a module that fills the engine's heap with objects is refused, for it would end the process", async () => {
  const program = `
    const bytes = Buffer.from(${JSON.stringify(Buffer.from(arrays).toString("base64"))}, "base64");
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    try { exports.run(); } catch { console.log("the process goes on"); }`;
  const { signal, status, stdout } = spawnSync(process.execPath, ["--max-old-space-size=32", "-e", program], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
  expect(signal === "SIGABRT" || status === 134).toBe(true);
  const error = await failure(() => loadPlugin(arrays));
  expect(error).toMatchObject({ code: "unsupported", path: "limits.objects" });
  expect(error.reason).toContain("it makes garbage-collected objects, which no limit bounds");
}, 60_000);

test("whoever asks for it has such a module loaded", async () => {
  // (type (struct)), and a function that makes one and drops it.
  const struct = encodeModule({
    type: Uint8Array.of(2, 0x5f, 0, 0x60, 0, 0),
    function: Uint8Array.of(1, 1),
    export: run,
    code: code(0xfb, 0x00, 0, 0x1a, 0x0b),
  });
  const plugin = await loadPlugin<{ run(): void }>(struct, { limits: { objects: "unbounded" } });
  expect(plugin.exports.run()).toBeUndefined();
  const refused = await failure(() => loadPlugin(struct, { limits: { objects: "many" as "unbounded" } }));
  expect(refused).toMatchObject({ code: "bad-argument", path: "limits.objects" });
});

test.each([
  // exnref is 0x69.
  ["a table", { table: Uint8Array.of(1, 0x69, 0, 1) }],
  ["a global", { global: Uint8Array.of(1, 0x69, 1, 0xd0, 0x69, 0x0b) }],
])("a module that keeps exceptions in %s is refused", async (_, sections) => {
  const error = await failure(() => loadPlugin(encodeModule(sections)));
  expect(error).toMatchObject({ code: "unsupported", path: "limits.objects" });
  expect(error.reason).toContain("it keeps exceptions in tables or globals");
});

test("exceptions carry so much and no more", async () => {
  const throwing = (count: number) => wat(`(module (tag (param ${"i64 ".repeat(count)})))`);
  await expect(loadPlugin(throwing(16))).resolves.toMatchObject({ alive: true });
  const error = await failure(() => loadPlugin(throwing(17)));
  expect(error.reason).toContain("it throws exceptions that carry 17 values");
});

/** A module with one function of these instructions and so many locals. */
function oneFunction(locals: number, instructions: ByteWriter): Uint8Array {
  const body = new ByteWriter().u32(1).u32(locals).byte(0x7f).raw(instructions.toBytes()).byte(0x0b).toBytes();
  return encodeModule({
    type: Uint8Array.of(1, 0x60, 0, 0),
    function: Uint8Array.of(1, 0),
    code: new ByteWriter().u32(1).u32(body.length).raw(body).toBytes(),
  });
}

const repeated = (count: number, bytes: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: count * bytes.length }, (_, index) => bytes[index % bytes.length] ?? 0);

const nested = (depth: number): ByteWriter =>
  new ByteWriter().raw(repeated(depth, [0x02, 0x40])).raw(repeated(depth, [0x0b]));
/** Blocks with a branch out of each. */
const branching = (count: number): ByteWriter =>
  new ByteWriter().raw(repeated(count, [0x02, 0x40, 0x41, 0, 0x0d, 0, 0x0b]));

test.each([
  ["blocks in blocks", oneFunction(0, nested(10_001)), "has blocks 10001 deep, and 10000 are allowed"],
  ["a million of them", oneFunction(0, nested(333_000)), "has blocks 333000 deep, and 10000 are allowed"],
  ["many bytes", oneFunction(0, new ByteWriter().raw(repeated(1_000_000, [0x01]))), "has 1000004 bytes"],
  ["branches among many locals", oneFunction(50_000, branching(500)), "locals and operands at its branches"],
  [
    "branches over many operands",
    oneFunction(
      0,
      new ByteWriter()
        .raw(repeated(20_000, [0x41, 0]))
        .raw(branching(10_000).toBytes())
        .raw(repeated(20_000, [0x1a])),
    ),
    "locals and operands at its branches",
  ],
])("%s, which compilers are slow with, are refused before anything is called", async (_, bytes, reason) => {
  const error = await failure(() => loadPlugin(bytes));
  expect(error.code).toBe("unsupported");
  expect(error.reason).toContain(reason);
});

test("what is below these bounds is loaded", async () => {
  for (const bytes of [oneFunction(0, nested(10_000)), oneFunction(50_000, branching(300))]) {
    await expect(loadPlugin(bytes)).resolves.toMatchObject({ alive: true });
  }
});
