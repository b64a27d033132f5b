import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile, inFolder } from "./compiler.ts";

const cases = fileURLToPath(new URL("cases", import.meta.url));
const modules = readdirSync(cases, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => join(cases, file));

test("all that is written compiles, and so does its use, where each misuse is an error", async () => {
  expect(modules.filter((file) => file.endsWith("usage.ts")).length).toBeGreaterThan(5);
  expect(modules.filter((file) => file.endsWith("misuse.ts")).length).toBeGreaterThan(5);
  await inFolder(async (folder) => {
    // A misuse that is none, which shows that the compiler looks.
    const wrong = join(folder, "wrong.mts");
    await writeFile(wrong, "// @ts-expect-error: it is right\nexport const right: number = 1;\n");
    const complaints = await compile([...modules, wrong]);
    expect(complaints).toEqual([expect.stringMatching(/wrong\.mts.*Unused '@ts-expect-error'/)]);
  });
});
