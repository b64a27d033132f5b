import type { DirectoryHandle } from "./directory-handle.ts";
import type { TreeNode } from "./directory-node.ts";
import { FileNode } from "./file-node.ts";
import type { Mount } from "./mount.ts";
import { type NamedPlace, resolve } from "./resolve.ts";
import { TreeError } from "./tree-error.ts";

/** How something is opened; what is left out is false. */
export interface OpenOptions {
  /** Follow a symlink that the path ends in; otherwise that is `loop`. */
  readonly follow?: boolean | undefined;
  /** Make a file where there is nothing. */
  readonly create?: boolean | undefined;
  /** With `create`: fail with `exist` where there is something, a symlink too. */
  readonly exclusive?: boolean | undefined;
  /** Fail with `notdir` for what is no directory. */
  readonly directory?: boolean | undefined;
  /** Empty the file. */
  readonly truncate?: boolean | undefined;
  /** It is to be written to: `isdir` for a directory, `rofs` where nothing may be changed. */
  readonly write?: boolean | undefined;
}

/**
 * The node that is to be opened, made or emptied where that is asked for.
 *
 * See {@link https://pubs.opengroup.org/onlinepubs/9799919799/functions/open.html | POSIX, open}.
 */
export function openAt({ node: base, mount }: DirectoryHandle, path: string, options: OpenOptions): TreeNode {
  const { follow, create, exclusive, directory } = options;
  if (create && directory) throw new TreeError("inval");
  const place = resolve(base, path, follow && !(create && exclusive) ? "target" : "link");
  if (place.parent === undefined) return openExisting(mount, place.node, options);
  // A name that ends in a slash is one of a directory, whatever is there.
  if (place.slash && create) throw new TreeError("isdir");
  if (place.node === undefined) return createFile(mount, place, options);
  if (place.slash && place.node.kind === "file") throw new TreeError("notdir");
  return openExisting(mount, place.node, options);
}

function openExisting(mount: Mount, node: TreeNode, options: OpenOptions): TreeNode {
  const { create, exclusive, directory, truncate, write } = options;
  if (create && exclusive) throw new TreeError("exist");
  switch (node.kind) {
    case "symlink":
      throw new TreeError(directory ? "notdir" : "loop");
    case "directory":
      if (create || truncate || write) throw new TreeError("isdir");
      return node;
    case "file":
      if (directory) throw new TreeError("notdir");
      if (truncate || write) mount.checkWritable();
      return node;
  }
}

function createFile(mount: Mount, { parent, name }: NamedPlace, { create }: OpenOptions): FileNode {
  if (!create || parent.links === 0) throw new TreeError("noent");
  mount.checkWritable();
  const file = new FileNode(parent.state);
  parent.add(name, file);
  return file;
}
