import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { children } from "../tiers/started.ts";
import { gate, tiers, watchOn } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";
import { folderWith, Told } from "./watched-file.ts";

interface Version {
  version(): number;
}

const version = (n: number): Uint8Array => wat(`(module (func (export "version") (result i32) i32.const ${n}))`);

/** Its start asks a host that never answers. */
const stuck = wat(`(module (import "env" "ask" (func $ask)) (func (export "_initialize") (call $ask))
  (func (export "version") (result i32) i32.const 0))`);

/** Where a plugin waits for its host. Nothing bounds its time. */
const waiting = tiers.filter((tier) => tier !== "inline");

/** A watch whose file has become what is never set up, and is in the middle of that. */
async function stuckWatch(tier: (typeof waiting)[number], file: string, told: Told) {
  const asked = gate();
  const ask = (): Promise<never> => {
    asked.open();
    return new Promise(() => undefined);
  };
  const limits = tier === "suspending" ? {} : { limits: { time: "unbounded" } };
  const watched = await watchOn<Version>(tier, file, { ...told.hooks, ...limits, imports: { env: { ask } } });
  await writeFile(file, stuck);
  await asked.opened;
  return watched;
}

describe.each(waiting)("on the tier %s a version that is never set up", (tier) => {
  test("is given up for the next one", async () => {
    await using folder = await folderWith("version.wasm", version(1));
    const told = new Told();
    await using watched = await stuckWatch(tier, folder.file, told);
    expect(await watched.exports.version()).toBe(1);
    await writeFile(folder.file, version(2));
    await told.until(1, 1);
    expect(await watched.exports.version()).toBe(2);
    expect(told.failures).toMatchObject([{ code: "aborted", plugin: "version" }]);
    expect(told.failures[0]?.message).toBe(
      "cannot load version: it was still being set up when its file had become another one",
    );
  });

  test("keeps no watch from being closed, and ends with it", async () => {
    await using folder = await folderWith("version.wasm", version(1));
    const told = new Told();
    const before = children();
    const watched = await stuckWatch(tier, folder.file, told);
    const reloaded = failure(() => watched.reload());
    await watched.close();
    expect(await reloaded).toMatchObject({ code: "disposed" });
    expect([told.swaps, told.failures]).toEqual([[], []]);
    await expect.poll(() => children().filter((pid) => !before.includes(pid))).toEqual([]);
  });
});
