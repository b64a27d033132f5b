import { readFile } from "node:fs/promises";
import { defineContract, loadPlugin, PluginError } from "@polyplug/host";

const [, , modulePath = "", contract = ""] = process.argv;
const bytes = await readFile(modulePath);
const options = {
  contract: defineContract<{ shout(text: string): string }>(contract),
  imports: { log: () => undefined },
};

const plugin = await loadPlugin(bytes, options);
const told: Record<string, unknown> = { canonicalAbi: plugin.info.canonicalAbi, shouted: plugin.exports.shout("a") };
try {
  await loadPlugin(bytes, { ...options, canonicalAbi: "compiled" });
} catch (error) {
  if (!PluginError.is(error)) throw error;
  told["refused"] = { code: error.code, path: error.path };
}
process.stdout.write(JSON.stringify(told));
