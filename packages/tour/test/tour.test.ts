import type { UnbuiltGuest } from "@polyplug/toolchains";
import type {} from "@polyplug/toolchains/vitest";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { tour } from "../src/tour.ts";

const guests = inject("guests");
const unbuilt: UnbuiltGuest = { topic: "adder", language: "go", target: "wasm32-wasip1", cure: "install Go 1.25" };

async function linesOf(shown: Parameters<typeof tour>[0]): Promise<string[]> {
  const lines: string[] = [];
  const timeCalls = async ({ through }: { through: string }) => (through === "plugin.exports" ? 2.52 : 1.5);
  await tour(shown, { print: (line) => lines.push(...line.split("\n")), bold: (text) => `*${text}*`, timeCalls });
  return lines.map((line) => line.trimEnd());
}

describe("with every language", () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await linesOf(guests);
  });

  test.for([
    ["Rust", "wasm32-unknown-unknown", /^ +\d\d\d B +0 +6 +8 +2\.5 +1\.5$/],
    ["Rust", "wasm32-wasip1", /^ +\d\d,\d\d\d B +4 +6 +8 +2\.5 +1\.5$/],
    ["C", "wasm32-wasip1", /^ +\d\d\d B +0 +6 +8 +2\.5 +1\.5$/],
    ["C++", "wasm32-wasip1", /^ +\d\d\d B +0 +6 +8 +2\.5 +1\.5$/],
    ["Go", "wasm32-wasip1", /^ +\d,\d\d\d,\d\d\d B +10 +clock +6 +8 +2\.5 +1\.5$/],
    ["AssemblyScript", "wasm32", /^ +\d\d B +0 +6 +8 +2\.5 +1\.5$/],
  ] as const)("the table has a row for %s for %s", ([language, target, cells]) => {
    const start = `${language.padEnd(14)}  ${target}`;
    const row = lines.find((line) => line.startsWith(start));
    expect(row?.slice(start.length)).toMatch(cells);
  });

  test("the table names its columns", () => {
    expect(lines[2]?.replaceAll("*", "").split(/ {2,}/)).toEqual([
      "language",
      "target",
      "size",
      "imports",
      "grants",
      "adder(2, 4)",
      "adder(1, 7)",
      "ns a call",
      "direct",
    ]);
  });

  test("a plugin that panics says what and where, and is not entered again", () => {
    const start = lines.indexOf("*A plugin in Rust that fails*");
    const shown = lines.slice(start, lines.indexOf("", start)).join("\n");
    expect(shown).toContain("divide(7, 2) = 3\n");
    expect(shown).toContain("stderr: cannot divide 7 into no parts\n");
    expect(shown).toContain("trap: cannot call divide: ");
    expect(shown).toContain("poisoned: cannot call divide: ");
  });

  test("a plugin that traps shows the functions it was in", () => {
    const start = lines.findIndex((line) => line.endsWith("in ledger::divide_exactly(int, int)"));
    expect(lines.slice(start, start + 3).map((line) => line.trim())).toEqual([
      "in ledger::divide_exactly(int, int)",
      "in ledger::Account::share(int) const",
      "in divide",
    ]);
  });

  test("the host goes on", () => {
    const start = lines.indexOf("*The host goes on*");
    expect(lines.slice(start + 1, start + 8)).toEqual([
      "  Rust for wasm32-unknown-unknown: adder(1, 7) = 8",
      "  Rust for wasm32-wasip1: adder(1, 7) = 8",
      "  C for wasm32-wasip1: adder(1, 7) = 8",
      "  C++ for wasm32-wasip1: adder(1, 7) = 8",
      "  Go for wasm32-wasip1: adder(1, 7) = 8",
      "  AssemblyScript for wasm32: adder(1, 7) = 8",
      "",
    ]);
  });

  test("every missing import is told of", () => {
    const start = lines.indexOf("*A plugin in AssemblyScript whose imports nobody provides*");
    const shown = lines.slice(start).join("\n");
    expect(shown).toContain("missing-import: cannot load .cache/guests/unmet/assemblyscript/wasm32/");
    expect(shown).toContain('"env" "abort": func (i32, i32, i32, i32)');
    expect(shown).toContain('"logger" "line": func (i32, i64)');
  });
});

test("a language that cannot be built says so in its row, with the cure", async () => {
  const lines = await linesOf([unbuilt, ...guests.filter(({ language }) => language === "assemblyscript")]);
  expect(lines).toContainEqual(expect.stringMatching(/^Go +wasm32-wasip1 {2}install Go 1\.25$/));
  expect(lines).toContain("  AssemblyScript for wasm32: adder(1, 7) = 8");
});
