import { posix } from "node:path";
import { packageSpecifier } from "./package-specifier.ts";
import { type ModuleImport, treeImports } from "./source-module.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { type WorkspacePackage, workspacePackages } from "./workspace-package.ts";

/** A package is used by its name and through what it exports, and no path leads into it or out of it. */
export function noInternals(tree: Tree): Violation[] {
  const packages = workspacePackages(tree);
  return treeImports(tree).flatMap((one) => {
    const reason = one.specifier.startsWith(".") ? crossesBorder(one, packages) : isNotExported(one, packages);
    return reason === undefined ? [] : [{ path: one.path, line: one.line, reason }];
  });
}

function crossesBorder({ path, specifier }: ModuleImport, packages: readonly WorkspacePackage[]): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const from = packageFolder(path);
  const to = packageFolder(target);
  if (from === to) return undefined;
  if (to !== undefined) return `reaches into ${to} by a path: import the package by its name`;
  // A configuration stands beside package.json and builds on the one at the root.
  if (posix.dirname(path) === from) return undefined;
  // What nobody installs may show the examples.
  const isPublished = packages.find(({ folder }) => folder === from)?.isPublished ?? false;
  if (!isPublished && target.startsWith("examples/")) return undefined;
  return `reaches out of ${from} by a path: what is not in the package is not there for those who install it`;
}

function packageFolder(path: string): string | undefined {
  return /^packages\/[^/]+/.exec(path)?.[0];
}

function isNotExported({ specifier }: ModuleImport, packages: readonly WorkspacePackage[]): string | undefined {
  const parts = packageSpecifier(specifier);
  if (parts === undefined) return undefined;
  const target = packages.find(({ name }) => name === parts.name);
  if (target === undefined) {
    return parts.name.startsWith("@polyplug/") ? `imports ${parts.name}, which does not exist` : undefined;
  }
  if (Object.hasOwn(target.manifest.exports ?? {}, parts.subpath)) return undefined;
  return `imports ${specifier}, which ${target.name} does not export`;
}
