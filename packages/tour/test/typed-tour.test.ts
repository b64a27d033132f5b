import type {} from "@polyplug/built-guests";
import { BuildError, type TypedGuestOutcome } from "@polyplug/toolchains";
import { expect, inject, test } from "vitest";
import { typedTour } from "../src/typed-tour.ts";

const filters = inject("typedGuests").filter(({ topic }) => topic === "text-filter");
const ofFilter = { topic: "text-filter", language: "c", target: "core" } as const;

async function show(guests: readonly TypedGuestOutcome[]) {
  const lines: string[] = [];
  const print = (line: string) => lines.push(...line.split("\n").map((one) => one.trimEnd()));
  const timeCalls = async () => 0;
  const failed = await typedTour(guests, { print, bold: (text) => text, columns: 100, timeCalls });
  return { lines, failed };
}

test("every language has a row for each thing that it becomes, and answers as the contract says", async () => {
  const { lines, failed } = await show(filters);
  const answers = / HELLO +ResultError: there is nothing to shout$/;
  for (const [language, as] of [
    ["Rust", "core"],
    ["Rust", "component"],
    ["C", "core"],
    ["C", "component"],
    ["C++", "core"],
    ["C++", "component"],
    ["Go", "core"],
    ["Go", "component"],
    ["AssemblyScript", "core"],
    ["AssemblyScript", "component"],
    ["JavaScript", "componentize-js"],
    ["JavaScript", "componentize-qjs"],
    ["TypeScript", "componentize-qjs"],
  ] as const) {
    const row = lines.find((line) => line.startsWith(`${language.padEnd(14)}  ${as} `));
    expect(row).toMatch(answers);
  }
  expect(lines.filter((line) => answers.test(line))).toHaveLength(13);
  expect(lines.at(-1)).toMatch(/^They told their host: Rust is asked to shout; C is asked to shout; /);
  expect(Math.max(...lines.slice(0, -1).map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(failed).toEqual([]);
});

test("what cannot be built or loaded says so in its row; only what cannot be had is no failure", async () => {
  const unbuilt = { ...ofFilter, error: new BuildError("build it", "no") };
  const stranger = { ...ofFilter, path: import.meta.filename, newest: import.meta.filename, grant: {} };
  const { lines, failed } = await show([{ ...ofFilter, cure: "install a clang" }, unbuilt, stranger]);
  expect(lines).toContainEqual(expect.stringMatching(/^C +core +install a clang$/));
  expect(lines).toContainEqual(expect.stringMatching(/^C +core +cannot be built, see above$/));
  expect(lines).toContainEqual(expect.stringMatching(/^C +core +cannot load .*JavaScript or TypeScript source/));
  expect(failed).toEqual([unbuilt, stranger]);
});
