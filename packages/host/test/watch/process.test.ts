import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { wat } from "../wat.ts";
import { folderWith } from "./watched-file.ts";

const host = new URL("../../../", import.meta.url);

/** Packages are found in their sources by name, as in all tests. */
const resolving = `import { registerHooks } from "node:module";
registerHooks({
  resolve(specifier, context, next) {
    const [, name] = /^@polyplug\\/([^/]+)$/.exec(specifier) ?? [];
    return next(name === undefined ? specifier : "${host.href}" + name + "/src/index.ts", context);
  },
});
`;

/** Runs a program beside a plugin, `plugin.wasm`, for at most two seconds. */
async function program(code: string): Promise<{ stdout: string; stderr: string; killed: boolean }> {
  await using folder = await folderWith("plugin.wasm", wat(`(module (func (export "f")))`));
  await writeFile(join(folder.path, "resolving.mjs"), resolving);
  await writeFile(join(folder.path, "program.mjs"), `import { watchPlugin } from "@polyplug/host";\n${code}`);
  const args = ["--import", "./resolving.mjs", "program.mjs"];
  try {
    const done = await promisify(execFile)(process.execPath, args, { cwd: folder.path, timeout: 2_000 });
    return { ...done, killed: false };
  } catch (error) {
    return error as { stdout: string; stderr: string; killed: boolean };
  }
}

test("a watch keeps no process alive, not in the middle of a change either", async () => {
  const { stdout, stderr, killed } = await program(`
    import { writeFileSync } from "node:fs";
    await watchPlugin("plugin.wasm");
    writeFileSync("plugin.wasm", "half");
    console.log("done");`);
  expect({ stdout, stderr, killed }).toEqual({ stdout: "done\n", stderr: "", killed: false });
});

test("with ref it does, until it is closed", async () => {
  expect(await program(`await watchPlugin("plugin.wasm", { ref: true });`)).toMatchObject({ killed: true });
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
