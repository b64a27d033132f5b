import { loadBindgen } from "@polyplug/bindgen";
import { contractBinary } from "@polyplug/typings";
import { expect, test } from "vitest";
import { wat } from "./wat.ts";

test("a contract is the same out of WIT and out of the plugins that have it", async () => {
  using bindgen = await loadBindgen();
  const wit = "package a:b; world one { export f: func(of: u8) -> u32; } world two {}";
  const binary = await contractBinary(wit, { world: "one", bindgen });
  expect(binary).toEqual(await bindgen.contract(wit, { world: "one" }));
  const module = await bindgen.embed(wat('(module (func (export "f") (param i32) (result i32) local.get 0))'), wit, {
    world: "one",
  });
  expect(await bindgen.print(await contractBinary(module, { bindgen }))).toContain("export f: func(of: u8) -> u32;");
  const component = await contractBinary(await bindgen.componentize(module), { bindgen });
  expect(await bindgen.print(component)).toContain("export f: func(of: u8) -> u32;");
});
