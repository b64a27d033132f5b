/** Holds so many plugins of one file at once, all called, and prints how many kilobytes of memory each of them takes. */
import { readFile } from "node:fs/promises";
import { loadPlugin } from "@polyplug/host";

const [, , file = "", count = "", how = ""] = process.argv;
const bytes = await readFile(file);
const module = await WebAssembly.compile(bytes);
const ignore = () => 0;

/** An instance of the engine's own, with nothing around it. */
function byHand() {
  const imports = {};
  for (const { module: owner, name } of WebAssembly.Module.imports(module)) {
    imports[owner] = { ...imports[owner], [name]: ignore };
  }
  return new WebAssembly.Instance(module, imports);
}

async function loaded() {
  const plugin = await loadPlugin(bytes, { imports: { "acme:text/log": { write: ignore } } });
  if (plugin.exports.transform("a") !== "A") throw new Error('transform("a") is not "A"');
  return plugin;
}

const make = how === "by hand" ? byHand : loaded;
// The first takes what all of them share.
const live = [await make()];
globalThis.gc();
const before = process.memoryUsage().rss;
while (live.length <= Number(count)) live.push(await make());
globalThis.gc();
console.log((process.memoryUsage().rss - before) / 1000 / (live.length - 1));
