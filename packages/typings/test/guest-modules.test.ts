import { readFile } from "node:fs/promises";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { guestModules } from "@polyplug/typings";
import { beforeAll, describe, expect, test } from "vitest";
import { caseFile, caseNames, expectGolden } from "./golden.ts";

let bindgen: Bindgen;
beforeAll(async () => {
  bindgen = await loadBindgen();
  return () => bindgen.dispose();
});

describe("what the author of a plugin has of a contract", () => {
  test.each(caseNames)("%s", async (name) => {
    const wit = await readFile(caseFile(name, "world.wit"), "utf8");
    await expectGolden(await guestModules(wit, { bindgen }), caseFile(name, `${name}.guest.d.ts`));
  });

  test("is of the world that is asked for", async () => {
    const wit = "package a:b; world one {} world two { export run: func(); }";
    const found = await guestModules(wit, { bindgen, world: "two" });
    expect(found).toContain("  export interface TwoExports {\n    readonly run: () => void;\n  }\n");
  });
});
