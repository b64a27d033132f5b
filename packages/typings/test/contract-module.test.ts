import { readFile } from "node:fs/promises";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { contractModule } from "@polyplug/typings";
import { beforeAll, describe, expect, test } from "vitest";
import { caseFile, caseNames, expectGolden } from "./golden.ts";

const example = new URL("../../../examples/text-filter/", import.meta.url);
/** A core module that has nothing in it. */
const nothing = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

let bindgen: Bindgen;
beforeAll(async () => {
  bindgen = await loadBindgen();
  return () => bindgen.dispose();
});

describe("the module of a contract", () => {
  test.each(caseNames)("%s", async (name) => {
    const wit = await readFile(caseFile(name, "world.wit"), "utf8");
    await expectGolden(await contractModule(wit, { bindgen }), caseFile(name, `${name}.contract.ts`));
  });

  test("is what the example has", async () => {
    const wit = await readFile(new URL("world.wit", example), "utf8");
    await expectGolden(await contractModule(wit, { bindgen }), new URL("text-filter.contract.ts", example));
  });

  test("says the same of a plugin, but for comments", async () => {
    const wit = await readFile(caseFile("resources", "world.wit"), "utf8");
    const found = await contractModule(await bindgen.embed(nothing, wit), { bindgen });
    expect(withoutComments(found)).toEqual(withoutComments(await contractModule(wit, { bindgen })));
  });

  test("is of the world and under the name that are asked for", async () => {
    const wit = "package a:b; world one {} world two { export run: func(); }";
    const found = await contractModule(wit, { bindgen, world: "two", name: "my-own" });
    expect(found).toContain("export interface MyOwnExports {\n  readonly run: () => void;\n}");
    expect(found).toContain("Contract<MyOwnExports, MyOwnImports>");
    await expect(contractModule(wit, { bindgen })).rejects.toThrow(/cannot encode a contract: /);
  });

  test("is written with tools of its own", async () => {
    expect(await contractModule("package a:b; world c {}")).toContain("export type CExports = object;");
  });

  test.each([
    ["stream<u8>", "world w { export f: func(of: stream<u8>); }", "values of type stream<u8> cannot be passed yet"],
    ["async functions", "world w { export f: async func(); }", "f is an async function, which cannot be called yet"],
  ])("is not written for %s", async (_, wit, reason) => {
    const failed: unknown = await contractModule(`package a:b; ${wit}`, { bindgen }).catch((error: unknown) => error);
    expect(PluginError.is(failed) && [failed.code, failed.message]).toEqual([
      "unsupported",
      `cannot write types: ${reason}`,
    ]);
  });
});

function withoutComments(text: string): string[] {
  return text.split("\n").filter((line) => !/^\s*(\/\*|\*|\/\/|$)/.test(line));
}
