import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { watchPlugin } from "@polyplug/host";
import { wat } from "../../test/hostile/wat.ts";
import type { Fault } from "../../test/sandbox/fault.ts";

const onlyInline = "a plugin that is watched runs in the thread of its host";

const swaps = 3;
const version = (n: number): Uint8Array => wat(`(module (func (export "run") (result i32) (i32.const ${n})))`);

/** Swaps a plugin while it is called, and gives how many calls were not answered by the version that was there. */
async function callAndSwap(file: string): Promise<{ readonly lost: number; readonly version: number }> {
  let [swapped, calls, lost] = [0, 0, 0];
  await writeFile(file, version(0));
  await using watched = await watchPlugin<{ run(): number }>(file, { onSwap: () => swapped++ });
  for (let next = 1; next <= swaps; next++) {
    await writeFile(file, version(next));
    // A call each millisecond, as far as the machine comes to it.
    for (; swapped < next; await later(1)) {
      const before = swapped;
      const answer = watched.exports.run();
      calls++;
      if (answer !== before && answer !== swapped) lost++;
    }
  }
  if (calls < swaps) throw new Error(`there were ${calls} calls only`);
  return { lost, version: watched.exports.run() };
}

export const fault: Fault = {
  what: "a plugin is swapped in the middle of a thousand calls a second, and none is lost",
  without: { suspending: onlyInline, worker: onlyInline, process: onlyInline },
  play: async () => {
    const folder = await mkdtemp(join(tmpdir(), "polyplug-swapped-"));
    try {
      return await callAndSwap(join(folder, "plugin.wasm"));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  seen: () => ({ gives: { lost: 0, version: swaps } }),
};
