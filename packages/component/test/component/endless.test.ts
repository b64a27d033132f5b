import { planComponent } from "@polyplug/component";
import { ByteWriter, decodeComponent, encodeModule } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";

test.each([
  ["exponential", "it has more than 1000 instances of components"],
  ["omega", "it has more than 100 components instantiated within each other"],
  ["core-instances", "it has more than 1000 instances of core modules"],
  ["tables", "it has more than 1000000 entries in the tables of its instances"],
  ["imports", "it imports a core module, m"],
])("%s is refused at once", async (name, reason) => {
  const bytes = fixture(`endless/${name}`);
  expect(bytes.length).toBeLessThan(900);
  const component = decodeComponent(bytes);
  // What comes first loads the code.
  await planComponent(component).catch(() => undefined);
  const before = performance.now();
  await expect(planComponent(component)).rejects.toMatchObject({
    code: "unsupported",
    reason: expect.stringContaining(reason),
  });
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("two types of ten thousand labels are compared once, and not for each function that is exported by the other", async () => {
  const [labels, exports] = [10_000, 2_000];
  const module = encodeModule({
    type: Uint8Array.of(1, 0x60, 1, 0x7f, 0),
    function: Uint8Array.of(1, 0),
    export: new ByteWriter().u32(1).name("f").raw([0, 0]).toBytes(),
    code: Uint8Array.of(1, 2, 0, 0x0b),
  });
  const enumType = new ByteWriter().byte(0x6d).u32(labels);
  for (let index = 0; index < labels; index++) enumType.name(`l${index}`);
  const writer = new ByteWriter()
    .raw([0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00])
    .section(1, module)
    .section(2, Uint8Array.of(1, 0, 0, 0))
    .section(6, new ByteWriter().raw([1, 0, 0, 1, 0]).name("f").toBytes());
  const types = new ByteWriter().u32(4);
  for (const index of [0, 2]) types.raw(enumType.toBytes()).raw([0x40, 1]).name("e").raw([index, 1, 0]);
  const ascribed = new ByteWriter().u32(exports);
  for (let index = 0; index < exports; index++) ascribed.byte(0).name(`f${index}`).raw([1, 0, 1, 1, 3]);
  writer
    .section(7, types.toBytes())
    .section(8, Uint8Array.of(1, 0, 0, 0, 0, 1))
    .section(11, ascribed.toBytes());
  const component = decodeComponent(writer.toBytes());
  const before = performance.now();
  const plan = await planComponent(component);
  expect(performance.now() - before).toBeLessThan(500);
  expect(plan.exports.size).toBe(exports);
});
