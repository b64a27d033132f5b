import { readFile } from "node:fs/promises";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { declarations } from "@polyplug/typings";
import { beforeAll, describe, expect, test } from "vitest";
import { caseFile, caseNames, expectGolden } from "./golden.ts";
import { wat } from "./wat.ts";

/** A core module that has nothing in it. */
const nothing = wat("(module)");

let bindgen: Bindgen;
beforeAll(async () => {
  bindgen = await loadBindgen();
  return () => bindgen.dispose();
});

describe("the declarations of a plugin with a world", () => {
  test.each(caseNames)("%s", async (name) => {
    const wit = await readFile(caseFile(name, "world.wit"), "utf8");
    await expectGolden(await declarations(await bindgen.embed(nothing, wit)), caseFile(name, `${name}.d.wasm.ts`));
  });

  test("are those of its component too", async () => {
    const wit = "package a:b; interface i { record r { a: u8 } } world w { use i.{r}; export f: func(of: u8) -> u32; }";
    const module = wat('(module (func (export "f") (param i32) (result i32) local.get 0))');
    const component = await bindgen.componentize(await bindgen.embed(module, wit));
    expect(await declarations(component)).toContain("\nexport declare function f(of: number): number;\n");
  });
});

describe("the declarations of a bare module", () => {
  test("have its functions, with the names of parameters that it has", async () => {
    const module = wat(`(module
      (memory (export "memory") 1)
      (global (export "global") i32 (i32.const 1))
      (func (export "_initialize"))
      (func (export "adder") (param $left i32) (param $right i32) (result i32) (i32.const 1))
      (func (export "nameless") (param i32))
      (func (export "numbers") (param $a i32) (param $b i64) (param $c f32) (param $d f64) (result i64) (i64.const 1))
      (func (export "several") (result i32 i64) (i32.const 1) (i64.const 1))
      (func (export "vector") (param $of v128))
      (func (export "references") (param $f funcref) (param $e externref))
      (func (export "_start") (param $code i32))
    )`);
    await expectGolden(await declarations(module), caseFile("bare", "bare.d.wasm.ts"));
  });

  test("have functions of any name", async () => {
    const module = wat(`(module
      (func (export "delete") (param $class i32) (param $class_ i32))
      (func (export "not a name"))
      (func (export "") (param $not\\ta\\20name i32))
      (func (export "default"))
      (func (export "f\\22 }; throw 1 //\\0a*/"))
      (func (export "gr\\c3\\b6\\c3\\9fe"))
      (func (export "function1"))
      (func (export "delete_"))
    )`);
    await expectGolden(await declarations(module), caseFile("bare", "names.d.wasm.ts"));
  });

  test("of which there are none are a module all the same", async () => {
    expect(await declarations(nothing)).toMatch(/\n\nexport \{\};\n$/);
  });

  test("do not depend on a section of names that is at fault", async () => {
    const module = wat('(module (func (export "f") (param $named i32)))');
    const at = new TextDecoder("latin1").decode(module).lastIndexOf("named");
    const broken = module.with(at, 0xff);
    expect(await declarations(module)).toContain("f(named: number)");
    expect(await declarations(broken)).toContain("f(value1: number)");
  });
});

test.each([
  ["no wasm", "not-wasm", Uint8Array.of(1, 2, 3, 4)],
  ["a broken one", "malformed", Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01)],
])("%s has no declarations", async (_, code, bytes) => {
  await expect(declarations(bytes)).rejects.toMatchObject({ name: "PluginError", code });
});
