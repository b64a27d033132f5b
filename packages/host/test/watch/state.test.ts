import { writeFile } from "node:fs/promises";
import type { Contract } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { type Tier, tiers, watchOn } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";
import { other, stateful } from "./state-contracts.ts";
import { aWhile, folderWith, Told } from "./watched-file.ts";

interface Stateful {
  version(): number;
}

interface Parts {
  /** What the state is changed by when it is taken. */
  readonly step: number;
  readonly giving?: string;
  readonly taking?: string;
}

/** Its version is its state, one byte, and 1 to begin with. */
const plugin = ({ step, giving = "", taking = "" }: Parts): Uint8Array =>
  wat(`(module
    (memory (export "memory") 1) (data (i32.const 0) "\\01") (data (i32.const 8) "\\00\\00\\00\\00\\01\\00\\00\\00")
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
    (func (export "version") (result i32) (i32.load8_u (i32.const 0)))
    (func (export "export-state") (result i32) ${giving} i32.const 8)
    (func (export "import-state") (param $at i32) (param $length i32) ${taking}
      (i32.store8 (i32.const 0) (i32.add (i32.load8_u (local.get $at)) (i32.const ${step})))))`);

async function watching(tier: Tier, contract: Contract, first: Uint8Array) {
  const folder = await folderWith("stateful.wasm", first);
  const told = new Told();
  const watched = await watchOn<Stateful>(tier, folder.file, { ...told.hooks, contract });
  const dispose = async (): Promise<void> => {
    await watched.close();
    await folder[Symbol.asyncDispose]();
  };
  return { told, watched, write: (bytes: Uint8Array) => writeFile(folder.file, bytes), [Symbol.asyncDispose]: dispose };
}

describe.each(tiers)("on the tier %s", (tier) => {
  test("the state of the old plugin is handed to the new one, swap after swap", async () => {
    await using one = await watching(tier, stateful, plugin({ step: 0 }));
    await one.write(plugin({ step: 10 }));
    await one.told.until(1, 0);
    expect(await one.watched.exports.version()).toBe(11);
    expect(one.told.swaps[0]?.state).toBe(1);
    await one.write(plugin({ step: 20 }));
    await one.told.until(2, 0);
    expect(await one.watched.exports.version()).toBe(31);
  });

  test("a plugin that does not take the state is not swapped in, and the old one goes on with it", async () => {
    await using one = await watching(tier, stateful, plugin({ step: 0 }));
    const before = one.watched.plugin;
    await one.write(plugin({ step: 10, taking: "unreachable" }));
    await one.told.until(0, 1);
    expect(one.told.failures[0]).toMatchObject({ code: "trap", plugin: "stateful" });
    expect(one.told.failures[0]?.message).toContain("import-state");
    expect([one.watched.plugin === before, await one.watched.exports.version(), one.told.swaps]).toEqual([true, 1, []]);
    await one.write(plugin({ step: 20 }));
    await one.told.until(1, 1);
    expect(await one.watched.exports.version()).toBe(21);
  });

  test("a plugin that does not give its state is not replaced at once; since it has trapped, it is by the next", async () => {
    await using one = await watching(tier, stateful, plugin({ step: 0, giving: "unreachable" }));
    await one.write(plugin({ step: 10 }));
    await one.told.until(0, 1);
    expect(one.told.failures[0]?.message).toContain("export-state");
    expect(await failure(one.watched.exports.version)).toMatchObject({ code: "poisoned" });
    await one.watched.reload();
    expect(await one.watched.exports.version()).toBe(1);
    await one.told.until(1, 1);
    expect(one.told.swaps[0]?.state).toBeUndefined();
  });

  test("functions of these names and of other types are somebody's own", async () => {
    await using one = await watching(tier, other, plugin({ step: 0 }));
    await one.write(plugin({ step: 10 }));
    await one.told.until(1, 0);
    expect([await one.watched.exports.version(), one.told.swaps[0]?.state]).toEqual([1, undefined]);
  });

  test("a bare module has numbers and no state that could be handed over", async () => {
    const bare = (n: number) =>
      wat(`(module (func (export "version") (result i32) i32.const ${n}) (func (export "exportState") unreachable)
      (func (export "importState") unreachable))`);
    await using folder = await folderWith("bare.wasm", bare(1));
    const told = new Told();
    await using watched = await watchOn<Stateful>(tier, folder.file, told.hooks);
    await writeFile(folder.file, bare(2));
    await told.until(1, 0);
    await aWhile();
    expect([await watched.exports.version(), told.failures]).toEqual([2, []]);
  });
});
