import { maxSymlinks } from "../limits.ts";
import type { DirectoryNode, TreeNode } from "./directory-node.ts";
import { checkName, checkPath, componentsOf } from "./path.ts";
import { TreeError } from "./tree-error.ts";

/** A place that a path leads to: a name in a directory, taken or free. */
export interface NamedPlace {
  readonly parent: DirectoryNode;
  readonly name: string;
  readonly node: TreeNode | undefined;
  /** Whether the path ends in a slash, and so asks for a directory. */
  readonly slash: boolean;
}

/** Where a path leads: to a place with a name or, with `.` or `..` at its end, to a directory by itself. */
export type Place =
  | NamedPlace
  | { readonly parent: undefined; readonly node: DirectoryNode; readonly dots: "." | ".." };

/**
 * What becomes of a symlink that the path ends in. `entry` is it itself, whatever comes after it; `link` is it itself
 * unless a slash comes after it; `target` is what it leads to.
 */
export type LastLink = "entry" | "link" | "target";

/**
 * Follows a path from a directory, one component after the other, and never out of it: not by `..`, not by a symlink
 * to an absolute path, and not by one that has `..` in it. Symlinks are read anew each time, so that nothing that was
 * checked before can have changed meanwhile.
 */
export function resolve(base: DirectoryNode, path: string, last: LastLink): Place {
  checkPath(path);
  const pending = componentsOf(path);
  let slash = path.endsWith("/");
  let directory = base;
  let links = 0;
  for (;;) {
    const component = pending.pop();
    if (component === undefined || component === ".") {
      if (pending.length > 0) continue;
      return { parent: undefined, node: directory, dots: "." };
    }
    if (component === "..") {
      directory = above(directory, base);
      if (pending.length > 0) continue;
      return { parent: undefined, node: directory, dots: ".." };
    }
    checkName(component);
    const node = directory.find(component);
    const isLast = pending.length === 0;
    if (node?.kind === "symlink" && (!isLast || last === "target" || (last === "link" && slash))) {
      links++;
      if (links > maxSymlinks) throw new TreeError("loop");
      checkPath(node.target);
      if (isLast) slash ||= node.target.endsWith("/");
      pending.push(...componentsOf(node.target));
      continue;
    }
    if (isLast) return { parent: directory, name: component, node, slash };
    directory = asDirectory(node);
  }
}

/** The node that a path leads to. */
export function resolveNode(base: DirectoryNode, path: string, last: LastLink): TreeNode {
  const place = resolve(base, path, last);
  if (place.node === undefined) throw new TreeError("noent");
  if (place.parent !== undefined && place.slash) return asDirectory(place.node);
  return place.node;
}

function above(directory: DirectoryNode, base: DirectoryNode): DirectoryNode {
  if (directory === base || directory.parent === undefined) throw new TreeError("notcapable");
  return directory.parent;
}

function asDirectory(node: TreeNode | undefined): DirectoryNode {
  if (node === undefined) throw new TreeError("noent");
  if (node.kind !== "directory") throw new TreeError("notdir");
  return node;
}
