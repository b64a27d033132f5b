import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const packages = new URL("../../", import.meta.url);
const page = readFileSync(new URL("../SANDBOX.md", import.meta.url), "utf8");

/** What a claim is shown by: `sandbox/<folder>`, or a file and the title of a test in it. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (claim|-+) /.test(line))
  .map((line) => {
    const [claim = "", shown = ""] = line.slice(2, -2).split(" | ");
    return { claim, shown: shown.split("<br>") };
  });

const proof = /^`([^`]+)`(?:: (.+))?$/;

test.each(rows)("$claim", ({ shown }) => {
  expect(shown).not.toEqual([]);
  for (const one of shown) {
    const [, path = "", title] = proof.exec(one) ?? expect.unreachable(`${one} is neither a folder nor a test`);
    if (title === undefined) {
      expect(path).toMatch(/^sandbox\/[a-z0-9-]+$/);
      expect(existsSync(new URL(`conformance/${path}/fault.ts`, packages)), path).toBe(true);
      continue;
    }
    expect(existsSync(new URL(path, packages)), path).toBe(true);
    const source = readFileSync(new URL(path, packages), "utf8");
    expect(
      ['"', "`"].some((quote) => source.includes(quote + title + quote)),
      `${path}: ${title}`,
    ).toBe(true);
  }
});

test("every fault that is played is shown for a claim", () => {
  const played = readdirSync(fileURLToPath(new URL("conformance/sandbox", packages)));
  expect(played.filter((name) => !page.includes(`\`sandbox/${name}\``))).toEqual([]);
});
