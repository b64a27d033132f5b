import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { children } from "../tiers/started.ts";
import { apart, tiers, watchOn } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";
import { stateful } from "./state-contracts.ts";
import { folderWith, Told } from "./watched-file.ts";

interface Version {
  version(): number;
}

const version = (n: number): Uint8Array => wat(`(module (func (export "version") (result i32) i32.const ${n}))`);

/** Gives how often it was called, which is its state. `n` makes it another version. */
const counter = (n: number): Uint8Array =>
  wat(`(module
    (memory (export "memory") 1) (data (i32.const 8) "\\00\\00\\00\\00\\04\\00\\00\\00") (data (i32.const 64) "${n}")
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
    (func (export "version") (result i32)
      (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
      (i32.load (i32.const 0)))
    (func (export "export-state") (result i32) i32.const 8)
    (func (export "import-state") (param $at i32) (param $length i32)
      (i32.store (i32.const 0) (i32.load (local.get $at)))))`);

/** What a thousand calls a second give while the file becomes these versions, one after the other. */
async function givenMeanwhile(
  call: () => number | Promise<number>,
  told: Told,
  write: (bytes: Uint8Array) => Promise<void>,
  versions: readonly Uint8Array[],
): Promise<readonly number[]> {
  const calls: Promise<number>[] = [];
  const began = performance.now();
  const timer = setInterval(() => {
    // Others may have the processor at the moment: what was missed is made up for.
    while (calls.length < performance.now() - began) calls.push(Promise.resolve(call()));
  }, 1);
  for (const [index, bytes] of versions.entries()) {
    await write(bytes);
    await told.until(index + 1, 0);
  }
  clearInterval(timer);
  calls.push(Promise.resolve(call()));
  return await Promise.all(calls);
}

describe.each(tiers)("on the tier %s", (tier) => {
  test("a plugin is swapped during a thousand calls a second, and none is lost", async () => {
    await using folder = await folderWith("version.wasm", version(1));
    const told = new Told();
    await using watched = await watchOn<Version>(tier, folder.file, told.hooks);
    const { version: call } = watched.exports;
    const write = (bytes: Uint8Array) => writeFile(folder.file, bytes);
    const given = await givenMeanwhile(call, told, write, [version(2), version(3), version(4)]);
    expect([...given].sort()).toEqual(given);
    expect(new Set(given)).toEqual(new Set([1, 2, 3, 4]));
    expect(told.failures).toEqual([]);
  });

  test("nor is what such calls change, where state is handed over", async () => {
    await using folder = await folderWith("counter.wasm", counter(1));
    const told = new Told();
    await using watched = await watchOn<Version>(tier, folder.file, { ...told.hooks, contract: stateful });
    const { version: call } = watched.exports;
    const write = (bytes: Uint8Array) => writeFile(folder.file, bytes);
    const given = await givenMeanwhile(call, told, write, [counter(2), counter(3), counter(4)]);
    expect(given).toEqual(given.map((_, index) => index + 1));
    expect(told.swaps.map(({ state }) => state)).toEqual([4, 4, 4]);
  });

  test("a function that a version lacks is refused as every call is", async () => {
    await using folder = await folderWith("version.wasm", version(1));
    const told = new Told();
    await using watched = await watchOn<Version>(tier, folder.file, told.hooks);
    const { version: call } = watched.exports;
    await writeFile(folder.file, wat("(module)"));
    await told.until(1, 0);
    expect(await failure(call)).toMatchObject({ code: "unsupported", export: "version" });
  });

  test("one that failed goes on where it is to, and is swapped all the same", async () => {
    const failing = (n: number): Uint8Array =>
      wat(`(module (func (export "version") (result i32) i32.const ${n}) (func (export "fail") unreachable))`);
    await using folder = await folderWith("version.wasm", failing(1));
    const told = new Told();
    const options = { ...told.hooks, onFault: "restart" } as const;
    await using watched = await watchOn<Version & { fail(): void }>(tier, folder.file, options);
    expect(await failure(watched.exports.fail)).toMatchObject({ code: "trap" });
    expect(await watched.exports.version()).toBe(1);
    await writeFile(folder.file, failing(2));
    await told.until(1, 0);
    expect(await watched.exports.version()).toBe(2);
  });
});

test.each(apart)("on the tier %s what was replaced leaves no thread or process", async (isolation) => {
  await using folder = await folderWith("version.wasm", version(1));
  const told = new Told();
  const resources = (): string[] =>
    process.getActiveResourcesInfo().filter((one) => /Worker|Message|Process/.test(one));
  // What tests before have left may still be ending.
  const before = [...resources(), ...children()];
  const watched = await watchOn<Version>(isolation, folder.file, told.hooks);
  const { plugin } = watched;
  await writeFile(folder.file, version(2));
  await told.until(1, 0);
  expect(await failure(() => plugin.exports.version())).toMatchObject({ code: "disposed" });
  expect([plugin.alive, watched.plugin.alive]).toEqual([false, true]);
  await watched.close();
  expect(watched.plugin.alive).toBe(false);
  await expect.poll(() => [...resources(), ...children()].filter((one) => !before.includes(one))).toEqual([]);
});
