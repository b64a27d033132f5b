import { layerOf } from "./layers.ts";
import { packageSpecifier } from "./package-specifier.ts";
import { treeImports } from "./source-module.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { type WorkspacePackage, workspacePackages } from "./workspace-package.ts";

/**
 * Every package has a layer, and imports from lower ones alone. Tests and configurations may also import private
 * packages, which bring guests and tools and which nobody installs.
 */
export function importsDownward(tree: Tree): Violation[] {
  const packages = workspacePackages(tree);
  const homeless = packages
    .filter(({ id }) => layerOf(id) === undefined)
    .map(({ folder }) => ({ path: `${folder}/package.json`, reason: "has no layer: give it one in layers.ts" }));
  return [...homeless, ...packages.flatMap((from) => upwardImports(tree, from, packages))];
}

function upwardImports(tree: Tree, from: WorkspacePackage, packages: readonly WorkspacePackage[]): Violation[] {
  const floor = layerOf(from.id) ?? 0;
  return treeImports(tree, (path) => path.startsWith(`${from.folder}/`)).flatMap(({ path, line, specifier }) => {
    const name = packageSpecifier(specifier)?.name;
    const target = packages.find((one) => one.name === name);
    if (target === undefined || target.id === from.id) return [];
    if ((layerOf(target.id) ?? Number.POSITIVE_INFINITY) < floor) return [];
    if (!target.isPublished && !path.startsWith(`${from.folder}/src/`)) return [];
    return [{ path, line, reason: `imports ${target.name}, which is not below ${from.name}` }];
  });
}
