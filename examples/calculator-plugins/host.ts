/** A calculator that can do what the plugins of a folder can. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PluginError, ResultError } from "@polyplug/host";
import { openCalculator } from "./open-calculator.ts";

const [folder = "."] = process.argv.slice(2);

// A folder for plugins is open to everybody. These are no plugin at all, and one of another contract.
await writeFile(join(folder, "notes.wasm"), "remember to write a plugin for logarithms");
await writeFile(join(folder, "empty-module.wasm"), Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));

const { offers, refusals } = await openCalculator(folder);
for (const { file, name, symbol, arity } of offers) console.log(`${file}: ${name}, ${symbol}, takes ${arity}`);
for (const { file, reason } of refusals) console.log(`${file} is left out: ${reason}`);

console.log();
for (const sum of ["√ 2", "√ -1", "fac 5", "fac 2.5", "17 mod 5", "17 mod 0", "1 plus 1"])
  console.log(`${sum} = ${answer(sum)}`);

/** Takes numbers, and one symbol before or between them. */
function answer(sum: string): string {
  const words = sum.split(" ");
  const offer = offers.find(({ symbol }) => words.includes(symbol));
  if (offer === undefined) return "no plugin can do that";
  const args = words.filter((word) => word !== offer.symbol).map(Number);
  if (args.length !== offer.arity) return `${offer.name} takes ${offer.arity}`;
  try {
    return String(offer.plugin.exports.compute(args));
  } catch (error) {
    // The plugin says that there is no result, or it failed and the calculator goes on without it.
    if (ResultError.is(error) || PluginError.is(error)) return `nothing: ${error.message}`;
    throw error;
  }
}
