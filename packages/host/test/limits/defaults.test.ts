import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

interface Growing {
  grow(count: number): number;
}

test("a memory grows to 256 MiB where nobody asks for anything, and its plugin goes on", async () => {
  const plugin = await loadPlugin<Growing>(
    wat(`(module (memory 1) (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`),
  );
  expect(plugin.exports.grow(65_535)).toBe(-1);
  expect(plugin.exports.grow(4_095)).toBe(1);
  expect(plugin.exports.grow(1)).toBe(-1);
  expect(plugin.exports.grow(0)).toBe(4_096);
});

test("one that grows until it can no more is refused within, and ends as it likes", async () => {
  const plugin = await loadPlugin<Growing>(
    wat(`(module (memory 1) (func (export "grow") (param i32) (result i32)
      (loop (br_if 0 (i32.ne (memory.grow (local.get 0)) (i32.const -1)))) unreachable))`),
  );
  expect((await failure(() => plugin.exports.grow(100))).code).toBe("trap");
});

test("several memories share", async () => {
  const growing = wat(`(module (memory 96) (memory 32 40) (memory 0)
    (func (export "grow") (param i32) (result i32) (memory.grow 0 (local.get 0)))
    (func (export "second") (param i32) (result i32) (memory.grow 1 (local.get 0)))
    (func (export "third") (param i32) (result i32) (memory.grow 2 (local.get 0))))`);
  const { exports } = await loadPlugin<Record<"grow" | "second" | "third", (pages: number) => number>>(growing, {
    limits: { memory: "16MiB" },
  });
  // Of 256 pages 128 are there at the start. The second takes 8 of the rest, and the others have 60 each.
  expect([exports.grow(61), exports.grow(60)]).toEqual([-1, 96]);
  expect([exports.second(9), exports.second(8)]).toEqual([-1, 32]);
  expect([exports.third(61), exports.third(60)]).toEqual([-1, 0]);
});

test("tables grow to a million entries together", async () => {
  const plugin = await loadPlugin<Growing>(
    wat(`(module (table 10 externref) (table $other 0 funcref)
      (func (export "grow") (param i32) (result i32) (table.grow 0 (ref.null extern) (local.get 0)))
      (func (export "other") (param i32) (result i32) (table.grow $other (ref.null func) (local.get 0))))`),
  );
  expect(plugin.exports.grow(10_000_000)).toBe(-1);
  expect(plugin.exports.grow(499_996)).toBe(-1);
  expect(plugin.exports.grow(499_995)).toBe(10);
});

test("a trap has the offset that the file has", async () => {
  const trapping = `(func $trap (export "trap") nop nop unreachable)`;
  const offsetOf = async (text: string): Promise<number | undefined> => {
    const plugin = await loadPlugin<{ trap(): void }>(wat(text));
    const { frames = [] } = await failure(() => plugin.exports.trap());
    return frames[0]?.offset;
  };
  const bytes = Buffer.from(wat(`(module (memory 1) (table 1 externref) ${trapping})`));
  // nop nop unreachable end
  expect(await offsetOf(`(module (memory 1) (table 1 externref) ${trapping})`)).toBe(
    bytes.indexOf(Buffer.from([1, 1, 0, 0x0b])) + 2,
  );
});

test("what the engine refuses is told with the offset that the file has", async () => {
  const bytes = wat(`(module (memory 1) (func (export "f") nop nop))`);
  const broken = Buffer.from(bytes);
  // i32.add has nothing to add.
  const at = broken.indexOf(Buffer.from([1, 1, 0x0b]));
  broken[at] = 0x6a;
  const error = await failure(() => loadPlugin(Uint8Array.from(broken)));
  expect(error).toMatchObject({ code: "malformed", offset: at });
});
