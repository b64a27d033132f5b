import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { watchPlugin } from "@polyplug/host";
import { wat } from "../../test/hostile/wat.ts";
import type { Fault } from "../../test/sandbox/fault.ts";
import { patience, whereOn } from "../../test/sandbox/guest.ts";
import type { Stage } from "../../test/sandbox/stage.ts";

const swaps = 3;
const version = (n: number): Uint8Array => wat(`(module (func (export "run") (result i32) (i32.const ${n})))`);

/** Swaps a plugin while it is called, and gives how many calls no version answered that was there meanwhile. */
async function callAndSwap(
  file: string,
  tier: Stage["tier"],
): Promise<{ readonly lost: number; readonly last: number }> {
  let [swapped, written] = [0, 0];
  const calls: Promise<boolean>[] = [];
  await writeFile(file, version(0));
  const options = { ...whereOn(tier), limits: patience(tier), onSwap: () => swapped++ };
  await using watched = await watchPlugin<{ run(): number }>(file, options);
  const call = async (): Promise<boolean> => {
    const before = swapped;
    const answer = await watched.exports.run();
    return before <= answer && answer <= written;
  };
  while (written < swaps) {
    await writeFile(file, version(++written));
    // A call each millisecond, as far as the machine comes to it.
    for (; swapped < written; await later(1)) calls.push(call());
  }
  const answers = await Promise.allSettled(calls);
  const lost = answers.filter((one) => one.status === "rejected" || !one.value).length;
  return { lost, last: await watched.exports.run() };
}

export const fault: Fault = {
  what: "a plugin is swapped in the middle of a thousand calls a second, and none is lost",
  play: async ({ tier }) => {
    const folder = await mkdtemp(join(tmpdir(), "polyplug-swapped-"));
    try {
      return await callAndSwap(join(folder, "plugin.wasm"), tier);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  seen: () => ({ gives: { lost: 0, last: swaps } }),
};
