import type { Tree } from "./tree.ts";
import { workspacePackages } from "./workspace-package.ts";

/** A command of a release, run in the root. */
export type ReleaseStep = readonly [program: string, ...args: string[]];

/**
 * What it takes to release what is here, in order. Of the packages of npm those that are there already are left out, so that
 * what broke off can be taken up again; the second tag is how Go knows a version of a module that is in a folder.
 */
export function releaseSteps(tree: Tree): ReleaseStep[] {
  const version = workspacePackages(tree).find(({ isPublished }) => isPublished)?.manifest.version;
  if (version === undefined || version === "0.0.0")
    throw new Error("cannot release 0.0.0: npm run version gives another");
  const tags = [`v${version}`, `sdk-go/v${version}`];
  return [
    ["npm", "test"],
    ["npm", "exec", "--", "changeset", "publish", "--no-git-tag"],
    ["cargo", "publish", "--manifest-path", "sdk-rust/Cargo.toml", "--package", "polyplug-sdk"],
    ...tags.map((tag): ReleaseStep => ["git", "tag", "--annotate", tag, "--message", tag]),
    ["git", "push", "origin", ...tags],
  ];
}
