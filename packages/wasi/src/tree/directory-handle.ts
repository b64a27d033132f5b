import { createDirectoryAt, createSymlinkAt, linkAt, removeDirectoryAt, renameAt, unlinkAt } from "./change-at.ts";
import type { DirectoryEntry, DirectoryNode } from "./directory-node.ts";
import { FileHandle } from "./file-handle.ts";
import type { Mount } from "./mount.ts";
import { type OpenOptions, openAt } from "./open-at.ts";
import { resolveNode } from "./resolve.ts";
import { type NewTimes, type Stat, setNodeTimes, statOf } from "./stat.ts";
import { TreeError } from "./tree-error.ts";

/** Whether a symlink that a path ends in is followed. */
export type Follow = "follow" | "no-follow";

/**
 * An open directory, from which paths lead down and never up: `..` above it is refused with `notcapable`, as are absolute
 * paths, and symlinks that say either. Every operation is done, or changes nothing and throws a {@link TreeError}.
 *
 * Paths are well-formed text of at most 4,095 bytes in UTF-8, names have at most 255.
 */
export class DirectoryHandle {
  readonly kind = "directory";
  readonly node: DirectoryNode;
  readonly mount: Mount;
  #open = true;

  /** Counts as an open handle (`mfile`). */
  constructor(node: DirectoryNode, mount: Mount) {
    node.open();
    this.node = node;
    this.mount = mount;
  }

  stat(): Stat {
    return statOf(this.node, this.mount);
  }

  statAt(path: string, follow: Follow): Stat {
    return statOf(this.#find(path, follow), this.mount);
  }

  setTimes(times: NewTimes): void {
    this.mount.checkWritable();
    setNodeTimes(this.node, times);
  }

  setTimesAt(path: string, follow: Follow, times: NewTimes): void {
    const node = this.#find(path, follow);
    this.mount.checkWritable();
    setNodeTimes(node, times);
  }

  /** Opens a file or a directory, and makes or empties a file where `options` say so. */
  openAt(path: string, options: OpenOptions): FileHandle | DirectoryHandle {
    const { usage } = this.node.state;
    // Asked before a file is made that could then not be opened.
    usage.handle(1);
    usage.handle(-1);
    const node = openAt(this, path, options);
    if (node.kind === "directory") return new DirectoryHandle(node, this.mount);
    if (node.kind === "symlink") throw new TreeError("loop");
    const handle = new FileHandle(node, this.mount);
    if (options.truncate) handle.resize(0);
    return handle;
  }

  createDirectoryAt(path: string): void {
    createDirectoryAt(this, path);
  }

  /** Makes a symlink. Its target is a relative path, of which nothing has to be there. */
  symlinkAt(target: string, path: string): void {
    createSymlinkAt(this, path, target);
  }

  /** The target of a symlink; `inval` for anything else. */
  readlinkAt(path: string): string {
    const node = this.#find(path, "no-follow");
    if (node.kind !== "symlink") throw new TreeError("inval");
    return node.target;
  }

  /** Gives a file, or a symlink itself, one more name. Not from one mount to another (`xdev`). */
  linkAt(path: string, to: DirectoryHandle, newPath: string): void {
    linkAt(this, path, to, newPath);
  }

  /** Renames a node, and replaces what has that name. Not from one mount to another (`xdev`). */
  renameAt(path: string, to: DirectoryHandle, newPath: string): void {
    renameAt(this, path, to, newPath);
  }

  /** Removes the name of a file or of a symlink. */
  unlinkAt(path: string): void {
    unlinkAt(this, path);
  }

  /** Removes an empty directory. */
  removeDirectoryAt(path: string): void {
    removeDirectoryAt(this, path);
  }

  /**
   * The entries after that cookie, zero for all, without `.` and `..`. It may be gone through while the directory changes:
   * what was there all the while comes once.
   */
  list(after = 0): Generator<DirectoryEntry, void> {
    return this.node.list(after);
  }

  /** A second time does nothing. */
  close(): void {
    if (this.#open) this.node.close();
    this.#open = false;
  }

  #find(path: string, follow: Follow) {
    return resolveNode(this.node, path, follow === "follow" ? "target" : "link");
  }
}
