import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "./run.ts";
import type { Tree } from "./tree.ts";
import { type Manifest, readManifest } from "./workspace-package.ts";

/** A Node that the packages are promised to run on. */
export interface NodeVersion {
  readonly major: number;
  /** The absolute path of the program. */
  readonly program: string;
}

const folder = "packages/repo-tools/nodes";

/**
 * A Node of each supported even major version: those of `nodes/`, installed at first use and when another version is asked
 * for, and the workspace's own.
 */
export async function nodeVersions(tree: Tree): Promise<NodeVersion[]> {
  const modules = join(tree.root, folder, "node_modules");
  const wanted = Object.entries(readManifest(tree, `${folder}/package.json`).dependencies ?? {});
  if (!wanted.every(([alias, specifier]) => isInstalled(join(modules, alias), specifier))) {
    await runOrThrow("npm", ["ci", "--prefer-offline"], join(tree.root, folder));
  }
  const older = wanted.map(([alias]) => ({
    major: Number(/^node(\d+)$/.exec(alias)?.[1]),
    program: join(modules, alias, "bin/node"),
  }));
  return [...older, { major: 26, program: join(tree.root, "node_modules/node/bin/node") }];
}

function isInstalled(path: string, specifier: string): boolean {
  if (!existsSync(join(path, "bin/node"))) return false;
  const { version }: Manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  return specifier === `npm:node@${version}`;
}
