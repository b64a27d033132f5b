/** Loads a bare adder and calls it. */
import { loadPlugin } from "@polyplug/host";

const plugin = await loadPlugin(process.argv[2] ?? "");
if (plugin.exports.adder(1, 7) !== 8) throw new Error("adder(1, 7) is not 8");
