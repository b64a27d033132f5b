import { expect, test } from "vitest";
import { type Ran, runProgram } from "../run-program.ts";
import { wat } from "../wat.ts";

const plugin = wat(`(module (func (export "f")))`);

const program = (code: string, timeout?: number): Promise<Ran> => {
  const files = { "plugin.wasm": plugin, "program.mjs": `import { watchPlugin } from "@polyplug/host";\n${code}` };
  return runProgram(files, timeout === undefined ? {} : { timeout });
};

test("a watch keeps no process alive, not in the middle of a change either", async () => {
  const ran = await program(`
    import { writeFileSync } from "node:fs";
    await watchPlugin("plugin.wasm");
    writeFileSync("plugin.wasm", "half");
    console.log("done");`);
  expect(ran).toEqual({ stdout: "done\n", stderr: "", killed: false });
});

test("with ref it does, until it is closed", async () => {
  // What keeps a program alive that was killed before it watched is not known.
  const kept = await program(`await watchPlugin("plugin.wasm", { ref: true }); console.log("watching");`, 10_000);
  expect(kept).toMatchObject({ killed: true, stdout: "watching\n" });
  const closed = await program(
    `const watched = await watchPlugin("plugin.wasm", { ref: true }); await watched.close();`,
  );
  expect(closed).toMatchObject({ killed: false, stderr: "" });
});

test("a failure that nobody asked to be told of is a warning", async () => {
  const { stderr, killed } = await program(`
    import { writeFileSync } from "node:fs";
    const watched = await watchPlugin("plugin.wasm", { ref: true });
    writeFileSync("plugin.wasm", "no plugin");
    process.once("warning", () => void watched.close());`);
  expect(killed).toBe(false);
  expect(stderr).toMatch(/PolyplugWarning: cannot load .*plugin\.wasm: /);
});
