import { parseModule } from "./source-module.ts";
import type { Tree } from "./tree.ts";
import type { WorkspacePackage } from "./workspace-package.ts";

/**
 * The public interface of a built package as one page: the declarations that it ships, without their comments, by entry.
 * In a review the page shows what a change means to users.
 */
export function apiSurface(tree: Tree, { name, folder, manifest }: WorkspacePackage): string {
  const entries = Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    const types = typeof target === "string" ? undefined : target["types"];
    if (types === undefined) return [];
    const path = `${folder}/${types.replace(/^\.\//, "")}`;
    const heading = subpath === "." ? name : name + subpath.slice(1);
    return [`## ${heading}\n\n\`\`\`ts\n${withoutComments(path, tree.read(path))}\n\`\`\`\n`];
  });
  return [
    `# The public interface of ${name}\n`,
    "Generated from the built declarations; not to be edited.\n",
    ...entries,
  ].join("\n");
}

function withoutComments(path: string, text: string): string {
  let kept = "";
  let position = 0;
  for (const { start, end } of parseModule(path, text).comments) {
    kept += text.slice(position, start);
    position = end;
  }
  return (kept + text.slice(position))
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n");
}
