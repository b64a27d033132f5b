import { existsSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { expect } from "vitest";

const cases = new URL("cases/", import.meta.url);

/** Folders with a `world.wit`, and beside it what becomes of it. */
export const caseNames: readonly string[] = readdirSync(cases).filter((name) =>
  existsSync(caseFile(name, "world.wit")),
);

export function caseFile(name: string, file: string): URL {
  return new URL(`${name}/${file}`, cases);
}

/** Compares a text with a file. With BLESS=1 the file is written anew, to be read before it is committed. */
export async function expectGolden(text: string, file: URL): Promise<void> {
  if (process.env["BLESS"] === "1") await writeFile(file, text);
  expect(text).toBe(await readFile(file, "utf8"));
}
