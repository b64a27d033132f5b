import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { contractIn } from "./contracts.ts";
import { guest } from "./guest.ts";
import { abis } from "./load.ts";

const small = await contractIn("small.wit");

/** Frees all when it is called, as a guest with an arena does. */
const body = `
  (import "$root" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (global $top (mut i32) (i32.const 1024))
  (func (export "cabi_realloc") (param $old i32) (param $was i32) (param $align i32) (param $size i32) (result i32)
    (global.set $top (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
    (memory.copy (global.get $top) (local.get $old) (local.get $was))
    (global.get $top)
    (global.set $top (i32.add (global.get $top) (local.get $size))))
  (func (export "shout") (param i32 i32) (result i32)
    (call $log (local.get 0) (local.get 1))
    (i32.store (i32.const 64) (local.get 0)) (i32.store (i32.const 68) (local.get 1)) (i32.const 64))
  (func (export "cabi_post_shout") (param i32) (global.set $top (i32.const 1024)))
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "take") (param i32 i32) (result i32) (global.set $top (i32.const 1024)) (local.get 1))`;

const folder = await mkdtemp(join(tmpdir(), "polyplug-hostile-"));
afterAll(() => rm(folder, { recursive: true }));
const modulePath = join(folder, "small.wasm");
await writeFile(modulePath, guest(small, body));

const programs = new URL("./programs/", import.meta.url);

/** What a program of the folder prints, run by itself over the sources. */
async function output(flags: readonly string[], name: string, ...args: readonly string[]): Promise<unknown> {
  const [hooks, program] = [new URL("sources.mjs", programs).href, fileURLToPath(new URL(name, programs))];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, "--import", hooks, program, modulePath, small.contract.binary, ...args],
    { env: { ...process.env, NODE_NO_WARNINGS: "1" } },
  );
  return JSON.parse(stdout);
}

/** With this variable 10^5 loads and 10^6 calls, which take minutes. */
const whole = process.env["POLYPLUG_LEAKS"] === "whole";
const [loads, calls] = whole ? [100_000, 1_000_000] : [5_000, 100_000];

interface Report {
  readonly canonicalAbi: string;
  readonly loading: { readonly heap: number; readonly external: number; readonly rss: number };
  readonly calling: { readonly heap: number; readonly external: number; readonly rss: number };
}

test.each(abis)(
  `%s: ${loads} loads and ${calls} calls leave memory as it was`,
  { timeout: 1_800_000 },
  async (canonicalAbi) => {
    const report = (await output(["--expose-gc"], "leaks.ts", canonicalAbi, `${loads}`, `${calls}`)) as Report;
    console.info(JSON.stringify(report));
    expect(report.canonicalAbi).toBe(canonicalAbi);
    // What the engine itself comes to keep: 200 bytes a load and 10 a call, or with all of them 10 and 1.
    for (const { heap, external, rss } of [report.loading, report.calling]) {
      expect(heap).toBeLessThan(2 ** 20);
      expect(external).toBeLessThan(2 ** 16);
      // A plugin's memory is 64 KiB: one in ten that stays would be seen, and with all of them one in two hundred.
      expect(rss).toBeLessThan(2 ** 25);
    }
  },
);

test("where code may not be made from text, plugins with types run by the reference", async () => {
  expect(await output(["--disallow-code-generation-from-strings"], "no-code.ts")).toEqual({
    canonicalAbi: "reference",
    shouted: "a",
    refused: { code: "unsupported", path: "canonicalAbi" },
  });
  expect(await output([], "no-code.ts")).toEqual({ canonicalAbi: "compiled", shouted: "a" });
});
