import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** Whether it ran for too long. */
  readonly killed: boolean;
}

const packages = new URL("../../", import.meta.url);

/** Packages are found in their sources by name, as in all tests. */
const resolving = `import { registerHooks } from "node:module";
const sources = { "@polyplug/host/register": "host/src/platform/register/register.ts" };
registerHooks({
  resolve(specifier, context, next) {
    const [, name] = /^@polyplug\\/([^/]+)$/.exec(specifier) ?? [];
    const source = sources[specifier] ?? (name && name + "/src/index.ts");
    return next(source === undefined ? specifier : "${packages.href}" + source, context);
  },
});
`;

/** Runs `program.mjs` of these files in a folder of their own, for at most so many milliseconds. */
export async function runProgram(
  files: Readonly<Record<string, string | Uint8Array>>,
  { args = [], timeout = 60_000 }: { readonly args?: readonly string[]; readonly timeout?: number } = {},
): Promise<Ran> {
  const cwd = await mkdtemp(join(tmpdir(), "polyplug-program-"));
  try {
    for (const [path, content] of Object.entries({ ...files, "resolving.mjs": resolving })) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), content);
    }
    const all = ["--import", "./resolving.mjs", ...args, "program.mjs"];
    return await new Promise((resolve) => {
      execFile(process.execPath, all, { cwd, timeout }, (error, stdout, stderr) => {
        resolve({ stdout, stderr, killed: error?.killed ?? false });
      });
    });
  } finally {
    await rm(cwd, { recursive: true });
  }
}
