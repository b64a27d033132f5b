/** Loads a text filter, calls it, and prints how long the loading took. */
import { defineContract, loadPlugin } from "@polyplug/host";

const [path = "", contract = "", canonicalAbi] = process.argv.slice(2);
const start = performance.now();
const plugin = await loadPlugin(path, {
  contract: defineContract(contract),
  imports: { "acme:text/log": { write: () => undefined } },
  canonicalAbi: canonicalAbi === "reference" ? canonicalAbi : undefined,
});
const elapsed = performance.now() - start;
if (plugin.exports.transform("hello") !== "HELLO") throw new Error("it does not shout");
// The console takes its time to come up, and so does this module where it is imported.
process.getBuiltinModule("node:fs").writeSync(1, String(elapsed));
