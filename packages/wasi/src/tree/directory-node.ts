import { FileNode } from "./file-node.ts";
import type { DirectoryImage, Image } from "./image.ts";
import { Inode } from "./inode.ts";
import { SymlinkNode } from "./symlink-node.ts";
import type { TreeState } from "./tree-state.ts";

export type TreeNode = FileNode | DirectoryNode | SymlinkNode;

/** A name in a directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly node: TreeNode;
  /** Larger than that of every entry before it, and never that of another entry of this directory. */
  readonly cookie: number;
}

export class DirectoryNode extends Inode {
  readonly kind = "directory";
  readonly size = 0;
  /** The directory that it is in; undefined for the root of a mount and for one that was removed. */
  parent: DirectoryNode | undefined;
  readonly #image: DirectoryImage | undefined;
  /** In the order of their cookies. Those that the tree began with become nodes when somebody looks. */
  #entries: Map<string, DirectoryEntry> | undefined;
  #cookies = 0;

  constructor(state: TreeState, image?: DirectoryImage) {
    super(state, image);
    this.#image = image;
  }

  /** Whether nobody has looked into it, so that it is what it began with. */
  get untouched(): boolean {
    return this.#entries === undefined && this.#image !== undefined;
  }

  get isEmpty(): boolean {
    return this.#unfolded.size === 0;
  }

  find(name: string): TreeNode | undefined {
    return this.#unfolded.get(name)?.node;
  }

  /** The entries after that cookie, those that appear while they are gone through included. */
  *list(after = 0): Generator<DirectoryEntry, void> {
    for (const entry of this.#unfolded.values()) if (entry.cookie > after) yield entry;
  }

  /** Gives a node a name that is free here. */
  add(name: string, node: TreeNode): void {
    node.link();
    this.#insert(this.#unfolded, name, node);
    this.touch();
  }

  /** Takes a name away. */
  remove(name: string): void {
    const node = this.find(name);
    if (node === undefined) return;
    this.#unfolded.delete(name);
    if (node.kind === "directory") node.parent = undefined;
    node.unlink();
    this.touch();
  }

  /** Moves a name of this directory to a free one here or elsewhere. The node keeps its links, so that this needs no quota. */
  move(name: string, to: DirectoryNode, newName: string): void {
    const node = this.find(name);
    if (node === undefined) return;
    this.#unfolded.delete(name);
    to.#insert(to.#unfolded, newName, node);
    this.touch();
    to.touch();
    node.changed = this.modified;
  }

  protected override release(): void {
    this.#entries = new Map();
  }

  get #unfolded(): Map<string, DirectoryEntry> {
    if (this.#entries !== undefined) return this.#entries;
    const entries = new Map<string, DirectoryEntry>();
    this.#entries = entries;
    for (const [name, image] of this.#image?.entries ?? []) {
      const node = nodeOf(this.state, image);
      node.link();
      this.#insert(entries, name, node);
    }
    return entries;
  }

  #insert(entries: Map<string, DirectoryEntry>, name: string, node: TreeNode): void {
    this.#cookies++;
    entries.set(name, { name, node, cookie: this.#cookies });
    if (node.kind === "directory") node.parent = this;
  }
}

function nodeOf(state: TreeState, image: Image): TreeNode {
  switch (image.kind) {
    case "file":
      return new FileNode(state, image);
    case "directory":
      return new DirectoryNode(state, image);
    case "symlink":
      return new SymlinkNode(state, image.target, image);
  }
}
