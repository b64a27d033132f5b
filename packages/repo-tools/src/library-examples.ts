import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { workspacePackages } from "./workspace-package.ts";

const marker = /^<!-- example: ([\w-]+) -->$/gm;

/** Where an example stands. */
export interface ExamplePlace {
  /** The page, from the root. */
  readonly path: string;
  readonly name: string;
}

/** Every example that is marked as one, in the pages that people read first. */
export function readmeExamples(tree: Tree): ExamplePlace[] {
  return tree.paths
    .filter((path) => /(^|\/)README\.md$/.test(path))
    .flatMap((path) => [...tree.read(path).matchAll(marker)].map(([, name = ""]) => ({ path, name })));
}

/** The page of a published library has an example; what is marked as one is run by the tests. */
export function libraryExamples(tree: Tree): Violation[] {
  const pages = new Set(readmeExamples(tree).map(({ path }) => path));
  return workspacePackages(tree)
    .filter(({ isPublished, manifest }) => isPublished && manifest.exports !== undefined)
    .map(({ folder }) => `${folder}/README.md`)
    .filter((path) => !pages.has(path))
    .map((path) => ({ path, reason: "has no example: mark one with <!-- example: NAME -->" }));
}
