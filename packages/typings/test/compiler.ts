import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The strictest user, who also has declarations checked. */
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  declaration: true,
  skipLibCheck: false,
  allowArbitraryExtensions: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  target: "es2023",
  module: "nodenext",
  lib: ["es2023", "es2024.sharedmemory", "esnext.disposable", "dom"],
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  paths: { "@polyplug/*": [join(root, "packages/*/src/index.ts")] },
};

/** What the compiler says about some modules, line by line; nothing where they are right. */
export async function compile(files: readonly string[]): Promise<string[]> {
  return await inFolder(async (folder) => {
    const project = join(folder, "tsconfig.json");
    await writeFile(project, JSON.stringify({ compilerOptions, files }));
    return await run("tsc", ["--pretty", "false", "-p", project], folder);
  });
}

/** What the formatter of this repository would have otherwise in a folder, line by line. */
export async function checkFormat(folder: string): Promise<string[]> {
  const config = {
    files: { includes: ["**/*.ts"] },
    formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 120 },
    linter: { enabled: false },
    json: { formatter: { enabled: false } },
  };
  await writeFile(join(folder, "biome.json"), JSON.stringify(config));
  return await run("biome", ["check", "--colors=off", "--max-diagnostics=5", "."], folder);
}

export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-typings-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a program of this repository prints when it fails. */
function run(program: string, args: readonly string[], cwd: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile(join(root, "node_modules/.bin", program), args, { cwd, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      if (error === null) resolve([]);
      else if (typeof error.code === "number") resolve(`${stdout}${stderr}`.split("\n").filter((line) => line !== ""));
      else reject(error);
    });
  });
}
