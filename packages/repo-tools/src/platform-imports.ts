import { isBuiltin } from "node:module";
import { layerOf } from "./layers.ts";
import { treeImports } from "./source-module.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";

/** Up to the host, `src/platform/` alone knows where it runs: everything else must also load in a browser. */
export function platformImports(tree: Tree): Violation[] {
  return treeImports(tree, isPortable)
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ path, line, specifier }) => ({ path, line, reason: `imports ${specifier} outside src/platform/` }));
}

const host = layerOf("host") ?? 0;

function isPortable(path: string): boolean {
  const [, id, rest] = /^packages\/([^/]+)\/src\/(.*)$/.exec(path) ?? [];
  if (id === undefined || rest === undefined || rest.startsWith("platform/")) return false;
  return (layerOf(id) ?? host + 1) <= host;
}
