// What plugins do in threads and processes of their own. It runs in an empty project, with the packed packages.
import { createPool, loadPlugin, PluginError } from "@polyplug/host";
import { contract } from "./text-filter.contract.js";

const [isolation] = process.argv.slice(2);

async function failure(work) {
  try {
    return await work();
  } catch (error) {
    return error;
  }
}

const adder = await failure(() => loadPlugin("adder.wasm", { isolation }));
if (PluginError.is(adder)) {
  console.log(adder.code, adder.message);
} else {
  console.log("bare:", await adder.exports.adder(1, 7));
  adder.dispose();
  console.log("disposed:", (await failure(() => adder.exports.adder(1, 7))).code);

  const write = async (line) => console.log(line);
  const imports = { "acme:text/log": { write } };
  for (const source of ["shout.wasm", "shout.component.wasm"]) {
    const plugin = await loadPlugin(source, { isolation, contract, imports, limits: { time: "20s" } });
    console.log("typed:", await plugin.exports.transform("hello ✓"));
    console.log("result:", (await failure(() => plugin.exports.transform(""))).payload);
    plugin.dispose();
  }

  const broken = await loadPlugin("panic.wasm", { isolation });
  const trap = await failure(() => broken.exports.divide(1, 0));
  console.log("trap:", PluginError.is(trap) && trap.code, /cannot divide 1 into no parts/.exec(trap.message)?.[0]);

  const pool = await createPool("adder.wasm", { isolation, size: 2 });
  console.log("pool:", (await Promise.all([1, 2, 3].map((n) => pool.exports.adder(n, n)))).join(" "));
  await pool.close();
}
