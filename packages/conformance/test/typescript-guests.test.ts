import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { loadBindgen } from "@polyplug/bindgen";
import { repository } from "@polyplug/toolchains";
import { guestModules } from "@polyplug/typings";
import { expect, test } from "vitest";
import { discoverCases } from "../src/index.ts";

/** As few names as an engine for plugins has, and every check. */
const config = {
  extends: join(repository, "tsconfig.base.json"),
  compilerOptions: { noEmit: true, types: [], lib: ["es2023", "esnext.disposable"] },
};

test("guests in TypeScript fit the types that their contracts give to authors", async () => {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-guests-"));
  const bindgen = await loadBindgen();
  try {
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    for (const { name, folder: from, without = {} } of await discoverCases()) {
      if ("typescript" in without) continue;
      const wit = [{ path: "world.wit", text: await readFile(join(from, "world.wit"), "utf8") }];
      const to = join(folder, name);
      await mkdir(to);
      await writeFile(join(to, "contract.d.ts"), await guestModules(wit, { bindgen }));
      await copyFile(join(from, "plugin.ts"), join(to, "plugin.ts"));
    }
    const tsc = join(repository, "node_modules/.bin/tsc");
    const said = await promisify(execFile)(tsc, ["--pretty", "false", "-p", folder]).then(
      ({ stdout }) => stdout,
      ({ stdout, message }: { readonly stdout?: string; readonly message: string }) => stdout || message,
    );
    expect(said).toBe("");
  } finally {
    bindgen.dispose();
    await rm(folder, { recursive: true });
  }
});
