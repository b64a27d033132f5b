import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The files of a repository, as the rules see them. */
export interface Tree {
  /** The absolute path of the checkout. */
  readonly root: string;
  /** Every file that git tracks or would add, from the root, with `/` between folders. */
  readonly paths: readonly string[];
  /** Those of them that are in the index already. */
  readonly tracked: ReadonlySet<string>;
  /** The text of one file. */
  readonly read: (path: string) => string;
}

/** Asks git, and so sees a new file before it is added, and no ignored one. */
export function readTree(root: string): Tree {
  const list = (...options: string[]): string[] =>
    execFileSync("git", ["ls-files", "-z", ...options], { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 })
      .split("\0")
      .filter((path) => path !== "" && existsSync(join(root, path)));
  return {
    root,
    paths: list("--cached", "--others", "--exclude-standard").sort(),
    tracked: new Set(list("--cached")),
    read: (path) => readFileSync(join(root, path), "utf8"),
  };
}
