import { isDeepStrictEqual } from "node:util";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { type Manifest, readManifest } from "./workspace-package.ts";

/** Beside a workspace's `package.json` stands a lock file that is committed and that agrees with every manifest in it. */
export function currentLock(tree: Tree): Violation[] {
  const path = "package-lock.json";
  if (!tree.tracked.has(path)) return [{ path, reason: "is not committed" }];
  const lock: { readonly packages: Readonly<Record<string, Manifest>> } = JSON.parse(tree.read(path));
  return tree.paths
    .filter((file) => /^((packages\/|sdk-)[^/]+\/)?package\.json$/.test(file))
    .filter((file) => {
      const locked = lock.packages[file.replace(/\/?package\.json$/, "")];
      return locked === undefined || !isDeepStrictEqual(asked(locked), asked(readManifest(tree, file)));
    })
    .map((file) => ({ path, reason: `does not agree with ${file}: run npm install` }));
}

function asked({
  dependencies = {},
  devDependencies = {},
  peerDependencies = {},
  optionalDependencies = {},
}: Manifest) {
  return [dependencies, devDependencies, peerDependencies, optionalDependencies].map((field) => ({ ...field }));
}
