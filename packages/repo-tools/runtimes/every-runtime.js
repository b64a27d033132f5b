// What every runtime that is supported does in the same way. It runs in an empty project, with the packed packages.
import { copyFile, writeFile } from "node:fs/promises";
import { createPool, inspectPlugin, loadPlugin, PluginError, ResultError, watchPlugin } from "@polyplug/host";
import { contract } from "./text-filter.contract.js";

function failure(work) {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

function promise() {
  let resolve;
  const given = new Promise((then) => {
    resolve = then;
  });
  return { given, resolve };
}

const adder = await loadPlugin("adder.wasm");
console.log("bare:", adder.exports.adder(1, 7));
console.log("argument:", failure(() => adder.exports.adder(1, "x")).message);

const imports = { "acme:text/log": { write: (line) => console.log(line) } };
for (const source of ["shout.wasm", new URL("shout.component.wasm", import.meta.url)]) {
  const { exports } = await loadPlugin(source, { contract, imports });
  console.log("typed:", exports.transform("hello ✓"));
  const refusal = failure(() => exports.transform(""));
  console.log("result:", ResultError.is(refusal) && refusal.payload);
}

const broken = await loadPlugin("panic.wasm");
const trap = failure(() => broken.exports.divide(1, 0));
console.log("trap:", PluginError.is(trap) && trap.code, /cannot divide 1 into no parts/.exec(trap.message)?.[0]);
const frame = trap.frames.find(({ name }) => name === "divide::ledger::divide_exactly");
console.log("frame:", frame === undefined ? "none" : `func[${frame.index}]`);
console.log("cause:", /divide_exactly/.test(trap.cause.stack));
console.log("poisoned:", failure(() => broken.exports.divide(4, 2)).code);

const { kind, language, exports } = await inspectPlugin("shout.component.wasm");
console.log("inspected:", kind, language, exports[0].type);
const { integrity } = await inspectPlugin("adder.wasm");
console.log("integrity:", (await loadPlugin("adder.wasm", { integrity })).exports.adder(1, 7));

const pool = await createPool("shout.wasm", { contract, imports, size: 2, runsPerInstance: 1 });
console.log("pool:", (await Promise.all(["a", "b", "c"].map((text) => pool.exports.transform(text)))).join(" "));
await pool.close();

await copyFile("adder.wasm", "watched.wasm");
const [swapped, refused] = [promise(), promise()];
const watched = await watchPlugin("watched.wasm", { ref: true, onSwap: swapped.resolve, onFailure: refused.resolve });
await copyFile("adder-wasi.wasm", "watched.wasm");
await swapped.given;
console.log("swapped:", watched.exports.adder(2, 4));
await writeFile("watched.wasm", "no plugin");
console.log("kept:", (await refused.given).code, watched.exports.adder(2, 4));
await watched.close();

// Left open, it keeps nobody waiting.
await copyFile("adder.wasm", "watched.wasm");
await watchPlugin("watched.wasm");
