import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildPlugin, detectProject, runCommand } from "@polyplug/build";
import { afterEach, expect, test, vi } from "vitest";
import { environment } from "./environment.ts";
import { addAssemblyscriptSdk, contract, projectFolder, shout } from "./project-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const go = {
  "wit/world.wit": contract,
  "go.mod": "module example.com/shout\n\ngo 1.25\n",
  "plugin.go": `package plugin

import (
	"example.com/shout/bindings/export_wit_world"
	"example.com/shout/bindings/wit"
)

type shout struct{}

func init() { export_wit_world.Export(shout{}) }

func (shout) Transform(text string) wit.Result[string, string] { return wit.Ok[string, string](text) }
`,
};

const assemblyscript = {
  "wit/world.wit": contract,
  "asconfig.json": "{}",
  "plugin.ts": `import { ok, Result } from "@polyplug/sdk-assemblyscript";
export function transform(text: string): Result<string, string> { return ok<string, string>(text); }
`,
};

const projects: Readonly<Record<string, () => Promise<string>>> = {
  rust: () => shout("rust"),
  go: () => projectFolder(go),
  c: () => shout("c"),
  cpp: () => shout("cpp"),
  javascript: () => shout("javascript"),
  typescript: () => shout("typescript"),
  assemblyscript: async () => {
    const folder = await projectFolder(assemblyscript);
    await addAssemblyscriptSdk(folder);
    return folder;
  },
};

test.for(Object.entries(projects))(
  "an interrupt ends the compiler of %s with all that it started, and leaves nothing",
  async ([language, project]) => {
    const folder = await project();
    const before = await readdir(folder, { recursive: true });
    const temporary = await temporaryFolder();
    vi.stubEnv("TMPDIR", temporary);
    const interruption = new AbortController();
    // Whatever a compiler starts has its environment. With caches of their own they have something to do.
    const mark = `${language}-${process.pid}-${Date.now()}`;
    const caches = { CARGO_TARGET_DIR: join(folder, "../target"), GOCACHE: join(folder, "../cache") };
    await mkdir(caches.GOCACHE);
    const env = { ...environment, ...caches, POLYPLUG_MARK: mark };
    const building = buildPlugin(await detectProject(folder), { env, signal: interruption.signal });
    const told = expect(building).rejects.toThrow("cannot build my plügin: interrupted");
    const compilers = async () => {
      const { stdout } = await runCommand("ps", ["axeww", "-o", "args"], { env: process.env });
      return stdout.split("\n").filter((line) => line.includes(mark));
    };
    await vi.waitUntil(async () => (await readdir(folder)).includes("dist") && (await compilers()).length > 0, {
      timeout: 60_000,
    });
    // Long enough for the compiler to have begun, and too short for it to be done.
    await sleep(300);
    const start = performance.now();
    interruption.abort();
    await told;
    expect(performance.now() - start).toBeLessThan(5000);
    expect(await compilers()).toEqual([]);
    const after = await readdir(folder, { recursive: true });
    expect(after.filter((path) => !path.startsWith("bindings")).sort()).toEqual([...before].sort());
    expect(after.filter((path) => path.includes(".polyplug-"))).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
    await expect(buildPlugin(await detectProject(folder), { signal: interruption.signal })).rejects.toThrow(
      "interrupted",
    );
  },
);
