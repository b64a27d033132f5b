import { readFile } from "node:fs/promises";
import type {} from "@polyplug/built-guests";
import { describe, expect, inject, test } from "vitest";
import { runProgram } from "../run-program.ts";

const filters = inject("typedGuests").filter(({ topic }) => topic === "text-filter");

test("there are filters of either lowering", () => {
  expect(new Set(filters.map(({ target }) => target))).toEqual(new Set(["core", "component"]));
});

describe.each(filters)("the filter in $language, $target", ({ grant, path }) => {
  test("is imported with what it exports, by the names that loading gives", async () => {
    const settings = { grant, imports: "./imports.mjs" };
    const files = {
      "package.json": JSON.stringify({ polyplug: { plugins: { "./filter.wasm": settings } } }),
      "imports.mjs": `export default { "acme:text/log": { write: (line) => console.log(typeof line) } };`,
      "filter.wasm": await readFile(path),
      "program.mjs": `
        import exports, { transform } from "./filter.wasm";
        import * as module from "./filter.wasm";
        console.log(transform("hello"));
        const names = Object.keys(module).filter((name) => name !== "default" && module[name] !== undefined);
        console.log(names.join() === Object.keys(exports).sort().join());`,
    };
    const ran = await runProgram(files, { args: ["--import", "@polyplug/host/register"] });
    expect(ran).toEqual({ stdout: "string\nHELLO\ntrue\n", stderr: "", killed: false });
  });
});
