import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { loadPlugin, type Plugin, PluginError } from "@polyplug/host";
import { type CalculatorExports, contract, type Operation } from "./calculator.contract.ts";

/** An operation that a plugin of the folder offers. */
export interface Offer extends Operation {
  readonly file: string;
  readonly plugin: Plugin<CalculatorExports>;
}

/** A file that is called like a plugin, and in one line why it is none of ours. */
export interface Refusal {
  readonly file: string;
  readonly reason: string;
}

/** Loads every plugin of a folder, by the order of their names, and asks each what it offers. */
export async function openCalculator(
  folder: string,
): Promise<{ offers: readonly Offer[]; refusals: readonly Refusal[] }> {
  const offers: Offer[] = [];
  const refusals: Refusal[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".wasm")).sort()) {
    try {
      // All that a plugin may reach: the clock, which the runtimes of some languages read before anything else.
      const plugin = await loadPlugin(join(folder, file), { contract, grant: { clock: true } });
      offers.push({ file, plugin, ...plugin.exports.describe() });
    } catch (error) {
      if (!PluginError.is(error)) throw error;
      // The lines below the first say of each export what was wanted and what is there.
      const [reason = ""] = error.reason.split("\n");
      refusals.push({ file, reason });
    }
  }
  return { offers, refusals };
}
