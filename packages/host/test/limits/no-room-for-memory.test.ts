import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runProgram } from "../run-program.ts";
import { wat } from "../wat.ts";

/** Holds plugins until the engine makes no memory any more, and loads others in every way then, and after they are gone. */
const program = `
  import { readFileSync } from "node:fs";
  import { setTimeout as later } from "node:timers/promises";
  import { loadPlugin } from "@polyplug/host";
  const small = readFileSync("small.wasm");
  const component = readFileSync("component.wasm");
  const tried = async (source, options) => {
    try {
      const plugin = await loadPlugin(source, { name: "small", ...options });
      const answer = await plugin.exports.run();
      plugin.dispose();
      return answer;
    } catch (error) {
      return [error.name, error.code, error.message];
    }
  };
  const kept = [];
  let refusal;
  while (refusal === undefined && kept.length < 200_000) {
    await loadPlugin(small, { name: "small" }).then((plugin) => kept.push(plugin), (error) => (refusal = error));
  }
  const found = {
    refusal: [refusal.name, refusal.code, refusal.message],
    timed: await tried(small, { limits: { time: "1min" } }),
    component: await tried(component),
    process: await tried(small, { isolation: "process", limits: { time: "1min" } }),
    others: kept.every(({ exports }) => exports.run() === 7),
  };
  for (const plugin of kept.splice(0)) plugin.dispose();
  for (let turn = 0; turn < 4; turn++) {
    gc();
    await later(20);
  }
  console.log(JSON.stringify({ ...found, afterwards: await tried(small) }));
`;

test("where the engine makes no memory any more, each load says so and what to do, and the others go on", async () => {
  const files = {
    "program.mjs": program,
    "small.wasm": wat(`(module (memory 1) (func (export "run") (result i32) (i32.const 7)))`),
    "component.wasm": readFileSync(new URL("../wasi/hostile.wasm", import.meta.url)),
  };
  const { stdout, stderr } = await runProgram(files, { args: ["--expose-gc"], timeout: 100_000 });
  expect(stderr).not.toContain("Error");
  const refused = [
    "PluginError",
    "memory-limit",
    expect.stringMatching(/^cannot load .*the engine cannot make another memory \(.*\): .*dispose plugins/),
  ];
  expect(JSON.parse(stdout)).toEqual({
    refusal: refused,
    timed: refused,
    component: refused,
    process: 7,
    others: true,
    afterwards: 7,
  });
});
