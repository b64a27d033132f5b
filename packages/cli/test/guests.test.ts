import type {} from "@polyplug/built-guests";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

const guests = inject("guests");
const adders = guests.filter(({ topic }) => topic === "adder");

function pathOf(topic: string, language: string, target: string): string {
  const guest = guests.find((one) => one.topic === topic && one.language === language && one.target === target);
  if (guest === undefined) throw new Error(`no guest ${topic} in ${language} for ${target}`);
  return guest.path;
}

describe("the adders", () => {
  test.each(adders)("$language for $target adds", async ({ grant, path }) => {
    const flags = Object.keys(grant).map((name) => `--${name}`);
    const { stdout, exitCode } = await workplace.shell(`polyplug call ${flags.join(" ")} ${path} adder 1 7`);
    expect({ stdout, exitCode }).toEqual({ stdout: "8\n", exitCode: 0 });
  });

  test("there are some", () => {
    expect(adders.length).toBeGreaterThan(0);
  });
});

describe("the Rust adder for WASI", () => {
  const path = pathOf("adder", "rust", "wasm32-wasip1");

  test("inspect shows its four imports and what would grant them", async () => {
    const { stdout } = await workplace.shell(`polyplug inspect ${path}`);
    const [, ...sections] = stdout.split("\n\n");
    expect(sections[0]?.split("\n").map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ["imports (4)"],
      ["wasi_snapshot_preview1", "environ_get", "func (i32, i32) -> i32"],
      ["wasi_snapshot_preview1", "environ_sizes_get", "func (i32, i32) -> i32"],
      ["wasi_snapshot_preview1", "fd_write", "func (i32, i32, i32, i32) -> i32"],
      ["wasi_snapshot_preview1", "proc_exit", "func (i32)"],
    ]);
    expect(sections[1]).toMatch(/^ {2}adder +func \(i32, i32\) -> i32$/m);
    expect(sections[2]).toMatch(/^ {2}stdout +--stdout +grant: /m);
    expect(sections[2]).toMatch(/^ {2}stderr +--stderr +grant: /m);
  });

  test("inspect --json is the same as data", async () => {
    const { stdout } = await workplace.shell(`polyplug inspect --json ${path}`);
    const { imports, language, kind } = JSON.parse(stdout);
    const names = imports.map(({ name }: { name: string }) => name).sort();
    expect({ names, language, kind }).toEqual({
      names: ["environ_get", "environ_sizes_get", "fd_write", "proc_exit"],
      language: "Rust",
      kind: "module",
    });
  });

  test("what it prints is discarded and told of, or shown where that is granted", async () => {
    const denied = await workplace.shell(`polyplug call ${path} adder 1 7`);
    expect(denied.stderr).toMatch(
      /^polyplug: the plugin wrote \d+ bytes to stdout, which is not granted: --stdout shows it\n$/,
    );
    const granted = await workplace.shell(`polyplug call --stdout ${path} adder 1 7`);
    expect(granted.stdout.split("\n").slice(-2)).toEqual(["8", ""]);
    expect(granted.stdout.length).toBeGreaterThan("8\n".length);
    expect(granted.stderr).toBe("");
  });
});

test("a panic in Rust shows the guest's frames with their names", async () => {
  const path = pathOf("panic", "rust", "wasm32-wasip1");
  const { stderr, exitCode } = await workplace.shell(`polyplug call --stderr ${path} divide 1 0`);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^polyplug: cannot call divide: trap: cannot divide 1 into no parts \(plugin\.rs:\d+:\d+\)$/m);
  expect(stderr).toMatch(/^ {4}at core::panicking::panic_fmt \(panic\.wasm:0x[0-9a-f]+\)$/m);
  expect(stderr).toMatch(/^ {4}at divide \(panic\.wasm:0x[0-9a-f]+\)$/m);
});

test("a runtime that gives up for want of a grant is told of it", async () => {
  const path = pathOf("adder", "go", "wasm32-wasip1");
  const { stderr, exitCode } = await workplace.shell(`polyplug call ${path} adder 1 7`);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/it was refused clock/);
});

describe("plugins with a contract", () => {
  const texts = inject("typedGuests").filter(({ topic }) => topic === "strings");

  test.each(texts)("$language as a $target joins texts", async ({ grant, path }) => {
    const flags = Object.keys(grant).map((name) => `--${name}`);
    const { stdout, exitCode } = await workplace.shell(`polyplug call ${flags.join(" ")} ${path} join '"a\\n"' '"😀"'`);
    expect({ stdout, exitCode }).toEqual({ stdout: '"a\\n😀"\n', exitCode: 0 });
  });

  test("there are some", () => {
    expect(texts.length).toBeGreaterThan(0);
  });

  const filters = inject("typedGuests").filter(({ topic }) => topic === "text-filter");

  test.each(filters)("$language as a $target tells a log, which is a stub", async ({ grant, path }) => {
    const flags = Object.keys(grant).map((name) => `--${name}`);
    const line = `polyplug call --stub ${flags.join(" ")} ${path} transform '"hello"'`;
    const { stdout, stderr, exitCode } = await workplace.shell(line);
    expect({ stdout, exitCode }).toEqual({ stdout: 'ok("HELLO")\n', exitCode: 0 });
    expect(stderr).toMatch(/^polyplug: the plugin called write\(".+"\)$/m);
  });

  test("there are filters", () => {
    expect(filters.length).toBeGreaterThan(0);
  });
});
