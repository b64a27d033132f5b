import { maxPathBytes } from "../limits.ts";
import type { DirectoryNode, TreeNode } from "./directory-node.ts";
import type { FileChange } from "./file-change.ts";
import type { FileNode } from "./file-node.ts";
import type { DirectoryImage, Image } from "./image.ts";
import { TreeError } from "./tree-error.ts";

/** What differs between a directory and what it began with. `nametoolong` where a path cannot be said. */
export function diffMount(root: DirectoryNode, image: DirectoryImage): FileChange[] {
  const diff = new Diff();
  diff.compare(root, image, "");
  return diff.changes;
}

class Diff {
  readonly changes: FileChange[] = [];
  /** A file with many names is copied once: their number is the plugin's to choose. */
  readonly #copies = new Map<FileNode, Uint8Array>();

  compare(directory: DirectoryNode, image: DirectoryImage, prefix: string): void {
    if (directory.untouched) return;
    for (const [name, before] of image.entries) {
      const now = directory.find(name);
      if (now === undefined || !canReplace(now, before))
        this.changes.push({ kind: "removed", path: join(prefix, name) });
    }
    for (const { name, node } of directory.list()) {
      const before = image.entries.get(name);
      if (before !== undefined && node.image === before) this.#compareNode(node, before, join(prefix, name));
      else this.#add(node, join(prefix, name));
    }
  }

  /** A node that is where it was. */
  #compareNode(node: TreeNode, before: Image, path: string): void {
    if (node.kind === "directory" && before.kind === "directory") this.compare(node, before, `${path}/`);
    if (node.kind === "file" && before.kind === "file" && !hasBytes(node, before.bytes)) this.#add(node, path);
  }

  #add(node: TreeNode, path: string): void {
    switch (node.kind) {
      case "file":
        this.changes.push({ kind: "file", path, bytes: this.#copyOf(node) });
        break;
      case "symlink":
        this.changes.push({ kind: "symlink", path, target: node.target });
        break;
      case "directory":
        this.changes.push({ kind: "directory", path });
        for (const { name, node: child } of node.list()) this.#add(child, join(`${path}/`, name));
    }
  }

  #copyOf(file: FileNode): Uint8Array {
    const bytes = this.#copies.get(file) ?? file.content.read(0, file.size).slice();
    this.#copies.set(file, bytes);
    return bytes;
  }
}

/** Whether one can be put where the other was in one step. */
function canReplace(now: TreeNode, before: Image): boolean {
  return now.image === before || (now.kind !== "directory" && before.kind !== "directory");
}

function hasBytes({ content }: FileNode, bytes: Uint8Array): boolean {
  if (content.shared) return true;
  if (content.size !== bytes.length) return false;
  const now = content.read(0, content.size);
  for (let index = 0; index < now.length; index++) if (now[index] !== bytes[index]) return false;
  return true;
}

/** Directories within each other have no depth of their own; the bound on a path is what keeps us from going on for ever. */
function join(prefix: string, name: string): string {
  const path = prefix + name;
  if (path.length >= maxPathBytes) throw new TreeError("nametoolong");
  return path;
}
