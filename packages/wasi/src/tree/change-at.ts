import type { DirectoryHandle } from "./directory-handle.ts";
import { DirectoryNode, type TreeNode } from "./directory-node.ts";
import { checkPath } from "./path.ts";
import { type NamedPlace, resolve, resolveNode } from "./resolve.ts";
import { SymlinkNode } from "./symlink-node.ts";
import { TreeError } from "./tree-error.ts";

/** See {@link https://pubs.opengroup.org/onlinepubs/9799919799/functions/mkdir.html | POSIX, mkdir}. */
export function createDirectoryAt(base: DirectoryHandle, path: string): void {
  const { parent, name } = freePlace(base, path, "directory");
  parent.add(name, new DirectoryNode(parent.state));
}

/** See {@link https://pubs.opengroup.org/onlinepubs/9799919799/functions/symlink.html | POSIX, symlink}. */
export function createSymlinkAt(base: DirectoryHandle, path: string, target: string): void {
  checkPath(target);
  const { parent, name } = freePlace(base, path, "leaf");
  parent.add(name, new SymlinkNode(parent.state, target));
}

/** See {@link https://pubs.opengroup.org/onlinepubs/9799919799/functions/link.html | POSIX, link}. */
export function linkAt(base: DirectoryHandle, path: string, to: DirectoryHandle, newPath: string): void {
  const node = resolveNode(base.node, path, "link");
  const { parent, name } = freePlace(to, newPath, "leaf");
  if (base.mount !== to.mount) throw new TreeError("xdev");
  if (node.kind === "directory") throw new TreeError("perm");
  parent.add(name, node);
  node.changed = parent.modified;
}

/** See {@link https://pubs.opengroup.org/onlinepubs/9799919799/functions/unlink.html | POSIX, unlink}. */
export function unlinkAt(base: DirectoryHandle, path: string): void {
  const place = resolve(base.node, path, "entry");
  if (place.parent === undefined) throw new TreeError("isdir");
  base.mount.checkWritable();
  if (place.node === undefined) throw new TreeError("noent");
  if (place.node.kind === "directory") throw new TreeError("isdir");
  if (place.slash) throw new TreeError("notdir");
  place.parent.remove(place.name);
}

/** See {@link https://pubs.opengroup.org/onlinepubs/9799919799/functions/rmdir.html | POSIX, rmdir}. */
export function removeDirectoryAt(base: DirectoryHandle, path: string): void {
  const place = resolve(base.node, path, "entry");
  if (place.parent === undefined) throw new TreeError(place.dots === "." ? "inval" : "notempty");
  base.mount.checkWritable();
  if (place.node === undefined) throw new TreeError("noent");
  if (place.node.kind !== "directory") throw new TreeError("notdir");
  if (!place.node.isEmpty) throw new TreeError("notempty");
  place.parent.remove(place.name);
}

/** See {@link https://pubs.opengroup.org/onlinepubs/9799919799/functions/rename.html | POSIX, rename}. */
export function renameAt(base: DirectoryHandle, path: string, to: DirectoryHandle, newPath: string): void {
  const from = resolve(base.node, path, "entry");
  const place = resolve(to.node, newPath, "entry");
  if (base.mount !== to.mount) throw new TreeError("xdev");
  if (from.parent === undefined || place.parent === undefined) throw new TreeError("busy");
  base.mount.checkWritable();
  const { node } = from;
  if (node === undefined) throw new TreeError("noent");
  if (node.kind !== "directory" && (from.slash || place.slash)) throw new TreeError("notdir");
  if (place.parent.links === 0) throw new TreeError("noent");
  if (isWithin(place.parent, node)) throw new TreeError("inval");
  // A file too cannot take the place of what it is in, which is not empty for that.
  if (place.node !== undefined && isWithin(from.parent, place.node)) throw new TreeError("notempty");
  if (place.node === node) return;
  if (place.node !== undefined) replace(node, place, place.node);
  from.parent.move(from.name, place.parent, place.name);
}

/** Removes what a renamed node takes the place of, if it may. */
function replace(node: TreeNode, { parent, name }: NamedPlace, replaced: TreeNode): void {
  if (replaced.kind === "directory") {
    if (node.kind !== "directory") throw new TreeError("isdir");
    if (!replaced.isEmpty) throw new TreeError("notempty");
  } else if (node.kind === "directory") {
    throw new TreeError("notdir");
  }
  parent.remove(name);
}

function isWithin(directory: DirectoryNode, node: TreeNode): boolean {
  for (let above: DirectoryNode | undefined = directory; above !== undefined; above = above.parent) {
    if (above === node) return true;
  }
  return false;
}

/** Where something new is to be: a name that is not taken, in a directory that still is one. */
function freePlace({ node: base, mount }: DirectoryHandle, path: string, kind: "directory" | "leaf"): NamedPlace {
  const place = resolve(base, path, "entry");
  if (kind === "leaf" && place.parent !== undefined && place.slash && place.node?.kind !== "directory") {
    throw new TreeError(place.node === undefined ? "noent" : "notdir");
  }
  if (place.parent === undefined || place.node !== undefined) throw new TreeError("exist");
  mount.checkWritable();
  if (place.parent.links === 0) throw new TreeError("noent");
  return place;
}
