import { apiSurface } from "./api-surface.ts";
import { goTuples } from "./go-tuples.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { workspacePackages } from "./workspace-package.ts";

/** A file that is committed, and that can be made anew at any time. */
export interface GeneratedFile {
  readonly path: string;
  /** What a developer runs to bring it up to date. */
  readonly command: string;
  readonly make: () => string;
}

const command = "npm run -w packages/repo-tools generate";

/** Every generated file of the repository. The packages have to be built. */
export function generatedFiles(tree: Tree): GeneratedFile[] {
  const surfaces = workspacePackages(tree)
    .filter(({ isPublished, manifest }) => isPublished && manifest.exports !== undefined)
    .map((one) => ({ path: `${one.folder}/api.generated.md`, command, make: () => apiSurface(tree, one) }));
  return [...surfaces, { path: "sdk-go/tuple.generated.go", command, make: goTuples }];
}

/** A generated file is what its command makes today, and a file that says that it is generated is a known one. */
export function currentFiles(tree: Tree, files: readonly GeneratedFile[]): Violation[] {
  const stale = files
    .filter(({ path, make }) => !tree.paths.includes(path) || tree.read(path) !== make())
    .map(({ path, command }) => ({ path, reason: `is not current: ${command}` }));
  const orphans = tree.paths
    .filter((path) => /\.generated\.[^/]+$/.test(path) && !files.some((one) => one.path === path))
    .map((path) => ({ path, reason: "is called generated, and nothing generates it" }));
  return [...stale, ...orphans];
}
