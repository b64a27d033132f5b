import { readFile } from "node:fs/promises";
import { type Grant, loadPlugin } from "@polyplug/host";
import type { BuiltGuest } from "@polyplug/toolchains";
import { createPreview1 } from "@polyplug/wasi";
import { type Comparison, median } from "../comparison.ts";

type AdderFunction = (a: number, b: number) => number;

interface Adder {
  adder: AdderFunction;
}

/** What the call costs in a loop of so many. */
const calls = 10_000_000;
const rounds = 9;

/**
 * `adder` through `plugin.exports` beside the same function as `instance.exports` gives it, for each guest, with all of
 * them loaded: as a host would have it that keeps several plugins.
 */
export async function adderCalls(guests: readonly BuiltGuest[]): Promise<Comparison[]> {
  const pairs = await Promise.all(guests.map(async (guest) => ({ guest, ...(await bothWays(guest)) })));
  return pairs.map(({ guest, ours, direct }) => {
    const [timeOurs, timeDirect] = [timer(ours), timer(direct)];
    timeOurs();
    timeDirect();
    const samples = Array.from({ length: rounds }, () => ({ direct: timeDirect(), ours: timeOurs() }));
    const baseline = median(samples.map((sample) => sample.direct));
    const through = median(samples.map((sample) => sample.ours));
    return {
      name: `adder(i, 7), ${guest.language} for ${guest.target}`,
      unit: "ns",
      baseline,
      ours: through,
      result: { kind: "ratio", value: through / baseline, atMost: 1.5 },
    };
  });
}

async function bothWays({ path, language }: BuiltGuest): Promise<{ ours: AdderFunction; direct: AdderFunction }> {
  const grant: Grant = language === "go" ? { clock: true, random: true } : {};
  const plugin = await loadPlugin<Adder>(path, { grant });
  const wasi = createPreview1(grant, { name: "direct" });
  const imports = { wasi_snapshot_preview1: { ...wasi.imports } };
  const { instance } = await WebAssembly.instantiate(await readFile(path), imports);
  const { memory, _initialize, adder } = instance.exports;
  if (memory instanceof WebAssembly.Memory) wasi.bind(memory);
  if (typeof _initialize === "function") _initialize();
  if (typeof adder !== "function") throw new TypeError(`${path} exports no adder`);
  return { ours: plugin.exports.adder, direct: adder as AdderFunction };
}

/** A loop in a text of its own: engines compile a shared one for all the functions it ever called. */
function timer(adder: AdderFunction): () => number {
  const text = `let sum = 0; for (let i = 0; i < ${calls}; i++) sum = (sum + adder(i, 7)) | 0; return sum; // ${Math.random()}`;
  const loop = new Function("adder", text) as (adder: AdderFunction) => number;
  // The sum of 0..n-1 and 7 n, as the loop wraps it: a loop that was optimised away would not know it.
  const wanted = Number(BigInt.asIntN(32, (BigInt(calls) * BigInt(calls - 1)) / 2n + 7n * BigInt(calls)));
  return () => {
    const start = performance.now();
    const sum = loop(adder);
    const elapsed = performance.now() - start;
    if (sum !== wanted) throw new Error(`the loop gave ${sum}, not ${wanted}`);
    return (elapsed * 1e6) / calls;
  };
}
