import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { contractModule } from "@polyplug/typings";
import { beforeAll, describe, expect, test } from "vitest";

const cases = new URL("cases/", import.meta.url);
const names = readdirSync(cases);
const bless = process.env["BLESS"] === "1";

let bindgen: Bindgen;
beforeAll(async () => {
  bindgen = await loadBindgen();
  return () => bindgen.dispose();
});

// With BLESS=1 the modules are written anew, to be read before they are committed.
describe("a contract's module", () => {
  test.each(names)("%s", async (name) => {
    const wit = await readFile(new URL(`${name}/world.wit`, cases), "utf8");
    const text = await contractModule(wit, { bindgen });
    const golden = new URL(`${name}/${name}.contract.ts`, cases);
    if (bless) await writeFile(golden, text);
    expect(text).toBe(await readFile(golden, "utf8"));
  });
});
