/**
 * `node jco-load-and-transform.js <folder> [<packages> <component>]`: loads a text filter that jco has put into the folder,
 * or that it first makes there of a component; calls it, and prints how long the loading took.
 */
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder = "", packages, component] = process.argv.slice(2);
const transpile = packages === undefined ? () => undefined : await (await import("./jco.js")).importJco(packages);
const start = performance.now();
await transpile(component, folder);
const { instantiate } = await import(pathToFileURL(join(folder, "plugin.js")).href);
const plugin = await instantiate((name) => WebAssembly.compile(readFileSync(join(folder, name))), imports());
const elapsed = performance.now() - start;
if (plugin.transform("hello") !== "HELLO") throw new Error("it does not shout");
writeSync(1, String(elapsed));

/** The log, and interfaces of WASI that give nothing: the engine in a component of JavaScript asks for them and prints nothing. */
function imports() {
  const nothing = { get: (_, name) => (/^[A-Z]/.test(String(name)) ? class {} : () => undefined) };
  const wasi = { get: (own, id) => own[id] ?? new Proxy({}, nothing) };
  return new Proxy({ "acme:text/log": { write: () => undefined } }, wasi);
}
