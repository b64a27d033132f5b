import { posix } from "node:path";
import type { PackedPackage } from "./packed-package.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";

/** What a published README links to beside itself is packed with it: readers of the registry have nothing else. */
export function packedLinks(tree: Pick<Tree, "read">, { folder, files }: PackedPackage): Violation[] {
  return files.filter(isReadme).flatMap((file) => {
    const path = `${folder}/${file}`;
    return tree
      .read(path)
      .split("\n")
      .flatMap((text, index) =>
        linksIn(text)
          .filter((link) => !files.includes(posix.join(posix.dirname(file), link)))
          .map((link) => ({ path, line: index + 1, reason: `links to ${link}, which is not packed` })),
      );
  });
}

function isReadme(file: string): boolean {
  return posix.basename(file).toLowerCase() === "readme.md";
}

/** The files that a line links to, without what leads elsewhere or to a heading. */
function linksIn(line: string): string[] {
  return [...line.matchAll(/\]\(([^)#]+)[^)]*\)/g)].flatMap(([, target = ""]) =>
    /^\w+:/.test(target) ? [] : [target],
  );
}
