import { fileURLToPath } from "node:url";
import { PluginError, ResultError } from "@polyplug/host";
import { loadFilters } from "./load-filters.ts";

const plugins = fileURLToPath(new URL("../plugins", import.meta.url));
const filters = await loadFilters(plugins, (line) => console.error(`log: ${line}`)).catch((error: unknown) => {
  // One that does not fit the contract, or asks for what no plugin is granted here.
  if (!PluginError.is(error)) throw error;
  console.error(error.message);
  process.exit(1);
});

for (const text of process.argv.slice(2)) {
  for (const { name, exports } of filters) {
    try {
      console.log(`${name}: ${exports.transform(text)}`);
    } catch (error) {
      // What the contract allows a plugin to refuse with, and what no plugin should do: either way the host goes on.
      if (error instanceof ResultError) console.log(`${name} refuses: ${error.payload}`);
      else if (PluginError.is(error)) console.log(`${name} failed: ${error.message}`);
      else throw error;
    }
  }
}
