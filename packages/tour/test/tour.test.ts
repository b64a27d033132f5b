import { styleText } from "node:util";
import type {} from "@polyplug/built-guests";
import { BuildError, type FailedGuest } from "@polyplug/toolchains";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { tour } from "../src/tour.ts";

const guests = inject("guests");
const adders = guests.filter(({ topic }) => topic === "adder");
const ofAdder = { topic: "adder", language: "go", target: "wasm32-wasip1" } as const;

const bold = (text: string) => styleText("bold", text, { validateStream: false });
const starred = (line: string) =>
  bold("\n")
    .split("\n")
    .reduce((rest, code) => rest.replaceAll(code, "*"), line);

async function show(shown: Parameters<typeof tour>[0], columns = 100) {
  const lines: string[] = [];
  const timeCalls = async ({ through }: { through: string }) => (through === "plugin.exports" ? 2.52 : 1.5);
  const print = (line: string) => lines.push(...line.split("\n").map(starred));
  const failed = await tour(shown, { print, bold, columns, timeCalls });
  return { lines, failed };
}

function widthOf(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.replaceAll("*", "").length));
}

async function linesOf(...args: Parameters<typeof show>): Promise<string[]> {
  return (await show(...args)).lines;
}

function builtAdder(language: string) {
  const guest = adders.find((one) => one.language === language);
  if (guest === undefined) throw new Error(`no adder in ${language}`);
  return guest;
}

describe("with every language", () => {
  let lines: string[];
  let failed: unknown;
  beforeAll(async () => {
    ({ lines, failed } = await show(guests));
  });

  test("nothing fails", () => {
    expect(failed).toEqual([]);
  });

  test.for([
    ["Rust", "wasm32-unknown-unknown", /^ +\d\d\d B +0 +6 +8 +2\.5 +1\.5$/],
    ["Rust", "wasm32-wasip1", /^ +\d\d\.\d kB +4 +6 +8 +2\.5 +1\.5$/],
    ["C", "wasm32-wasip1", /^ +\d\d\d B +0 +6 +8 +2\.5 +1\.5$/],
    ["C++", "wasm32-wasip1", /^ +\d\d\d B +0 +6 +8 +2\.5 +1\.5$/],
    ["Go", "wasm32-wasip1", /^ +\d\.\d MB +10 +6 +8 +2\.5 +1\.5$/],
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
      "adder(2, 4)",
      "adder(1, 7)",
      "ns/call",
      "direct",
    ]);
  });

  test("the table and its notes fit a hundred columns", () => {
    const table = lines.slice(lines.indexOf("*adder(a, b), from any language*"), lines.indexOf("", 1));
    expect(table).toHaveLength(1 + 2 + adders.length + 3);
    expect(widthOf(table)).toBeLessThanOrEqual(100);
  });

  test("the figures that stand out are explained", () => {
    expect(lines).toContain("Rust for wasm32-wasip1 prints in each call, and that is what its time goes into.");
    expect(lines.filter((line) => line.includes("prints in each call"))).toHaveLength(1);
    expect(lines).toContain("Go cannot start without the grant clock.");
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

test("a terminal that is too narrow for the table has it as lines, none too long", async () => {
  const lines = await linesOf([{ ...ofAdder, cure: "install Go 1.25 or newer from https://go.dev/dl" }, ...adders], 40);
  const start = lines.indexOf("Rust for wasm32-unknown-unknown");
  expect(lines.slice(start, start + 4)).toEqual([
    "Rust for wasm32-unknown-unknown",
    expect.stringMatching(/^ {2}\d{3} B, 0 imports$/),
    "  adder(2, 4) = 6, adder(1, 7) = 8",
    "  2.5 ns/call, direct 1.5",
  ]);
  expect(widthOf(lines.slice(0, lines.indexOf("", 1)))).toBeLessThanOrEqual(40);
  expect(lines).not.toContainEqual(expect.stringContaining("─"));
});

test("a language that cannot be had says so in its row, with the cure, and is no failure", async () => {
  const cure =
    "install Go 1.25 or newer from https://go.dev/dl (no go on the PATH; no Debian package of Go 1.25 or newer)";
  const { lines, failed } = await show([{ ...ofAdder, cure }, builtAdder("assemblyscript")]);
  expect(lines).toContainEqual(expect.stringMatching(/^Go +wasm32-wasip1 +install Go 1\.25 or newer/));
  expect(widthOf(lines)).toBeLessThanOrEqual(100);
  expect(lines).toContain("  AssemblyScript for wasm32: adder(1, 7) = 8");
  expect(failed).toEqual([]);
});

test("what fails says so in its place, and the others are shown", async () => {
  const error = new BuildError("build it", "the compiler says\nplugin.go:1:1: expected 'package'");
  const noTarget: FailedGuest = { topic: "adder", language: "zig", error };
  const panic: FailedGuest = { topic: "panic", language: "rust", target: "wasm32-wasip1", error };
  const unmet: FailedGuest = { topic: "unmet", language: "assemblyscript", error };
  const other: FailedGuest = { ...ofAdder, topic: "other", error };
  const broken = [{ ...ofAdder, error }, noTarget, panic, unmet, other];
  const { lines, failed } = await show([...broken, builtAdder("assemblyscript")]);
  expect(failed).toEqual(broken);
  expect(lines).toContainEqual(expect.stringMatching(/^Go +wasm32-wasip1 +cannot be built, see above$/));
  expect(lines).toContainEqual(expect.stringMatching(/^zig +cannot be built, see above$/));
  expect(lines).toContainEqual(expect.stringMatching(/^AssemblyScript +wasm32 .* 6 +8 +2\.5 +1\.5$/));
  for (const [title, line] of [
    ["*A plugin in Rust that fails*", "  cannot be built, see above"],
    ["*The host goes on*", "  AssemblyScript for wasm32: adder(1, 7) = 8"],
    ["*A plugin in AssemblyScript whose imports nobody provides*", "  cannot be built, see above"],
    ["*Plugins of other topics*", "  other in Go for wasm32-wasip1: cannot be built, see above"],
  ] as const) {
    expect(lines[lines.indexOf(title) + 1]).toBe(line);
  }
});

test("an adder that cannot be loaded or has no adder says so, and the others are shown", async () => {
  const [unmet] = guests.filter(({ topic }) => topic === "unmet");
  const [divide] = guests.filter(({ topic, language }) => topic === "panic" && language === "cpp");
  const strangers = [unmet, divide].flatMap((guest) => (guest === undefined ? [] : [{ ...guest, topic: "adder" }]));
  const { lines, failed } = await show([...strangers, builtAdder("c")]);
  expect(failed).toEqual(strangers);
  expect(lines).toContainEqual(expect.stringMatching(/^AssemblyScript +wasm32 +cannot be called, see below$/));
  expect(lines).toContainEqual(expect.stringMatching(/^missing-import: cannot load /));
  expect(lines).toContainEqual(expect.stringMatching(/^C\+\+ +wasm32-wasip1 +exports no function adder$/));
  expect(lines).toContain("  C for wasm32-wasip1: adder(1, 7) = 8");
});

test("plugins of other topics are named, with where they are", async () => {
  const c = builtAdder("c");
  const lines = await linesOf([{ ...c, topic: "other" }, { ...ofAdder, topic: "other", cure: "install Go" }, c]);
  const start = lines.indexOf("*Plugins of other topics*");
  const path = ".cache/guests/adder/c/wasm32-wasip1/adder.wasm";
  expect(lines.slice(start + 1)).toEqual([
    expect.stringMatching(new RegExp(`^  other in C for wasm32-wasip1: \\d+ B, ${path.replaceAll(".", "\\.")}$`)),
    "  other in Go for wasm32-wasip1: install Go",
  ]);
});
