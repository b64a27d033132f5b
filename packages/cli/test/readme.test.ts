import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

const file = new URL("../README.md", import.meta.url);

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

test("its commands print what it shows", async () => {
  const readme = await readFile(file, "utf8");
  const blocks = [...readme.matchAll(/(?<=^```console\n)[\s\S]*?(?=^```$)/gm)].map(([block]) => block);
  expect(blocks.length).toBeGreaterThan(0);
  let shown = readme;
  for (const block of blocks) {
    const lines: string[] = [];
    for (const [, command = ""] of block.matchAll(/^\$ (.*)$/gm)) {
      const { stdout } = await workplace.shell(`${command} 2>&1`);
      lines.push(`$ ${command}\n${stdout}`);
    }
    shown = shown.replace(block, () => lines.join(""));
  }
  if (process.env["BLESS"] === "1") await writeFile(file, shown);
  else expect(shown).toBe(readme);
});

test("its exit codes are those of the program", async () => {
  const readme = await readFile(file, "utf8");
  const table = [...readme.matchAll(/^\| +(\d+) +\| (.*?) +\|$/gm)].map(([, code, meaning]) => [code, meaning]);
  const { stdout } = await workplace.shell("polyplug --help");
  const [, help = ""] = stdout.split("Exit codes:\n");
  const listed = [...help.matchAll(/^ {2}(\d+) +(.*)$/gm)].map(([, code, meaning]) => [code, meaning]);
  expect(table).toEqual(listed);
  expect(table.length).toBeGreaterThan(0);
});
