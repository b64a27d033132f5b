import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layerOf } from "./layers.ts";
import { run } from "./run.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { workspacePackages } from "./workspace-package.ts";

/** What engines have of themselves, in every runtime, though no standard says so. */
const engine = "interface ErrorConstructor { stackTraceLimit: number }";

const host = layerOf("host") ?? 0;

/**
 * Up to the host, `src/platform/` alone knows where it runs: everything else must also load in a browser. To a compiler
 * that was told of no Node, neither its modules nor its globals are there, by whatever way they are asked for.
 */
export async function portableSources(tree: Tree, tsc: string): Promise<Violation[]> {
  const portable = workspacePackages(tree).filter(({ id }) => (layerOf(id) ?? host + 1) <= host);
  const project = await mkdtemp(join(tmpdir(), "polyplug-portable-"));
  try {
    const config = {
      extends: join(tree.root, "tsconfig.base.json"),
      compilerOptions: { types: [] },
      include: ["engine.d.ts", ...portable.map(({ folder }) => join(tree.root, folder, "src"))],
    };
    await writeFile(join(project, "engine.d.ts"), engine);
    await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
    const { exitCode, stdout, stderr } = await run(tsc, ["--pretty", "false", "-p", project], tree.root);
    const found = stdout.split("\n").flatMap(violation);
    if (exitCode !== 0 && found.length === 0) throw new Error(`cannot run ${tsc}: ${stdout}${stderr}`);
    return found.filter(({ path }) => !/^packages\/[^/]+\/src\/platform\//.test(path));
  } finally {
    await rm(project, { recursive: true });
  }
}

function violation(output: string): Violation[] {
  const { path, line, reason } =
    /^(?<path>.+)\((?<line>\d+),\d+\): error TS\d+: (?<reason>.*?)(?:\.|\. .*)?$/.exec(output)?.groups ?? {};
  if (path === undefined || reason === undefined) return [];
  return [{ path, line: Number(line), reason: `is not portable: ${reason}` }];
}
