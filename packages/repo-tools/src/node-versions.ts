import { existsSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "./run.ts";
import type { Tree } from "./tree.ts";
import { readManifest } from "./workspace-package.ts";

/** A Node that the packages are promised to run on. */
export interface NodeVersion {
  readonly major: number;
  /** The absolute path of the program. */
  readonly program: string;
}

const folder = "packages/repo-tools/nodes";

/** The oldest supported Node of each even major version: those of `nodes/`, installed at first use, and the workspace's own. */
export async function nodeVersions(tree: Tree): Promise<NodeVersion[]> {
  const older = Object.keys(readManifest(tree, `${folder}/package.json`).dependencies ?? {}).map((name) => ({
    major: Number(/^node(\d+)$/.exec(name)?.[1]),
    program: join(tree.root, folder, "node_modules", name, "bin/node"),
  }));
  if (!older.every(({ program }) => existsSync(program))) {
    await runOrThrow("npm", ["ci", "--prefer-offline"], join(tree.root, folder));
  }
  return [...older, { major: 26, program: join(tree.root, "node_modules/node/bin/node") }];
}
