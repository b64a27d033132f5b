import { readFile } from "node:fs/promises";
import { defineContract, loadPlugin } from "@polyplug/host";

/** What a part of the work left behind, in bytes. */
interface Leak {
  readonly heap: number;
  readonly external: number;
  readonly rss: number;
}

interface Exports {
  shout(text: string): string;
  add(a: number, b: number): number;
  take(values: Uint32Array): number;
}

const [, , modulePath = "", contract = "", canonicalAbi, loads = "0", calls = "0"] = process.argv;
const bytes = await readFile(modulePath);
const options = {
  contract: defineContract<Exports>(contract),
  canonicalAbi: canonicalAbi === "reference" ? "reference" : "compiled",
  imports: { log: () => undefined },
} as const;

/**
 * What there is when the engine has freed all that it can, as before it gives up: left to itself it keeps some 60 MiB of
 * code that was made from text, and no more, however often plugins are loaded.
 */
async function settled(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    globalThis.gc?.({ type: "major", flavor: "last-resort" });
  }
  return process.memoryUsage();
}

/** What `work` leaves, after some of it was done to fill what is there once. */
async function leakOf(rounds: number, work: (rounds: number) => Promise<void>): Promise<Leak> {
  await work(Math.min(rounds, 2_000));
  const before = await settled();
  await work(rounds);
  const after = await settled();
  return {
    heap: after.heapUsed - before.heapUsed,
    external: after.external + after.arrayBuffers - before.external - before.arrayBuffers,
    rss: after.rss - before.rss,
  };
}

const loading = await leakOf(Number(loads), async (rounds) => {
  for (let round = 0; round < rounds; round++) {
    const plugin = await loadPlugin(bytes, options);
    plugin.exports.shout("a");
    plugin.dispose();
    // As a program with anything else to do would; V8 frees what finalizers wait for between tasks alone.
    if (round % 100 === 99) await new Promise((resolve) => setImmediate(resolve));
  }
});
const plugin = await loadPlugin(bytes, options);
const values = Uint32Array.of(1, 2, 3);
const calling = await leakOf(Number(calls), async (rounds) => {
  for (let round = 0; round < rounds; round++) {
    plugin.exports.add(round & 0xff, 1);
    plugin.exports.shout("some text");
    plugin.exports.take(values);
  }
});
process.stdout.write(JSON.stringify({ canonicalAbi: plugin.info.canonicalAbi, loading, calling }));
