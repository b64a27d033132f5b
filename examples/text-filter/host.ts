/** Chains plugins in all languages through one contract: what one makes of a text, the next one gets. */

import { join } from "node:path";
import { loadPlugin } from "@polyplug/host";
import { contract } from "./text-filter.contract.ts";

const [folder = "."] = process.argv.slice(2);

let text = "straße, café";
console.log(text);
for (const language of ["rust", "c", "cpp", "javascript", "go", "assemblyscript", "typescript"]) {
  using plugin = await loadPlugin(join(folder, `${language}.wasm`), {
    contract,
    imports: { "acme:text/log": { write: (line) => console.log(`  ${line}`) } },
    // Go's runtime reads the clock before it does anything. The others get nothing.
    ...(language === "go" && { grant: { clock: true } }),
  });
  text = plugin.exports.transform(text);
  console.log(text);
}
