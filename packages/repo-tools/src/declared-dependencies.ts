import { packageSpecifier } from "./package-specifier.ts";
import { treeImports } from "./source-module.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { readManifest, type WorkspacePackage, workspacePackages } from "./workspace-package.ts";

/**
 * A package declares what it imports and imports what it declares. What ships needs a `dependencies` entry, a type-only
 * import too, since declarations carry it; tests and configurations may also use `devDependencies`, of the root as well.
 */
export function declaredDependencies(tree: Tree): Violation[] {
  const ofAll = Object.keys(readManifest(tree, "package.json").devDependencies ?? {});
  return workspacePackages(tree).flatMap((one) => [...undeclared(tree, one, ofAll), ...unused(tree, one)]);
}

function undeclared(tree: Tree, one: WorkspacePackage, ofAll: readonly string[]): Violation[] {
  const { dependencies, devDependencies, peerDependencies, optionalDependencies } = one.manifest;
  const shipped = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
  const atHome = [...shipped, ...Object.keys(devDependencies ?? {}), ...ofAll];
  // A template is a project of its own, with a manifest of its own, and the guest of a case imports what its world names.
  const isOwn = (path: string) =>
    path.startsWith(`${one.folder}/`) && !/\/templates\/|\/cases\/[^/]+\/plugin\./.test(path);
  return treeImports(tree, isOwn).flatMap(({ path, line, specifier }) => {
    const name = packageSpecifier(specifier)?.name;
    if (name === undefined || name === one.name) return [];
    const allowed = one.isPublished && isShipped(one, path) ? shipped : atHome;
    if (allowed.includes(name)) return [];
    const field = allowed === shipped ? "dependencies" : "devDependencies";
    return [{ path, line, reason: `imports ${name}, which is not in the ${field} of ${one.name}` }];
  });
}

function unused(tree: Tree, one: WorkspacePackage): Violation[] {
  const used = new Set(
    treeImports(tree, (path) => isShipped(one, path)).map(({ specifier }) => packageSpecifier(specifier)?.name),
  );
  return Object.keys(one.manifest.dependencies ?? {})
    .filter((name) => !used.has(name))
    .map((name) => ({ path: `${one.folder}/package.json`, reason: `depends on ${name} and never imports it` }));
}

function isShipped(one: WorkspacePackage, path: string): boolean {
  return path.startsWith(`${one.folder}/src/`) || path.startsWith(`${one.folder}/bin/`);
}
