import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type {} from "@polyplug/built-guests";
import { loadPlugin } from "@polyplug/host";
import { printProgress, pythonEnvironment, repository, thisMachine } from "@polyplug/toolchains";
import { beforeAll, expect, inject, test } from "vitest";
import type { Adder } from "../src/adder.ts";

const example = join(repository, "examples/adder/python");
const adders = inject("guests").filter(({ topic }) => topic === "adder");
const run = promisify(execFile);

let python: string;

beforeAll(async () => {
  const machine = thisMachine({ onProgress: printProgress(process.stderr) });
  python = await pythonEnvironment(join(example, "requirements.txt"), machine);
});

test.for(adders)("wasmtime and this host agree on the adder in $language for $target", async ({ path, grant }) => {
  const { stdout } = await run(python, [join(example, "add.py"), dirname(path)]);
  const inPython = JSON.parse(stdout);
  expect(inPython).toEqual({ file: path, "adder(2, 4)": 6, "adder(1, 7)": 8 });

  const plugin = await loadPlugin<Adder>(path, { grant });
  expect([plugin.exports.adder(2, 4), plugin.exports.adder(1, 7)]).toEqual([6, 8]);
  plugin.dispose();
});
