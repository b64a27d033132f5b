import type { Image } from "./image.ts";
import type { TreeState } from "./tree-state.ts";

/** What a file, a directory and a symlink have in common. */
export abstract class Inode {
  abstract readonly kind: "file" | "directory" | "symlink";
  readonly state: TreeState;
  readonly ino: bigint;
  /** What the tree began with; undefined for what the plugin made. */
  readonly image: Image | undefined;
  /** Nanoseconds since 1970. Reading does not change the first of them, as on a file system mounted with `noatime`. */
  accessed: bigint;
  modified: bigint;
  changed: bigint;
  #links = 0;
  #handles = 0;

  constructor(state: TreeState, image: Image | undefined) {
    if (image === undefined) state.usage.inode(1);
    this.state = state;
    this.image = image;
    this.ino = state.nextInode();
    this.accessed = image?.modified ?? state.now();
    this.modified = this.accessed;
    this.changed = this.accessed;
  }

  /** In bytes. */
  abstract get size(): number;

  /** Lets go of what it counts, when it has neither a name nor a handle any more. */
  protected abstract release(): void;

  /** How many names it has. One without a name lives for as long as it is open. */
  get links(): number {
    return this.#links;
  }

  link(): void {
    if (this.#links > 0) this.state.usage.link(1);
    this.#links++;
  }

  unlink(): void {
    this.#links--;
    if (this.#links > 0) this.state.usage.link(-1);
    this.changed = this.state.now();
    this.#releaseUnused();
  }

  open(): void {
    this.state.usage.handle(1);
    this.#handles++;
  }

  close(): void {
    this.state.usage.handle(-1);
    this.#handles--;
    this.#releaseUnused();
  }

  /** Notes that its content changed just now. */
  touch(): void {
    this.modified = this.state.now();
    this.changed = this.modified;
  }

  #releaseUnused(): void {
    if (this.#links > 0 || this.#handles > 0) return;
    if (this.image === undefined) this.state.usage.inode(-1);
    this.release();
  }
}
