import { TreeError } from "./tree-error.ts";

/** What a plugin may make in its layer of a tree, beside what it was given. */
export interface Quota {
  /** Bytes of files that it wrote to, holes counted, and of the targets of symlinks. */
  readonly maxBytes: number;
  /** Files, directories and symlinks, those without a name that are still open counted. */
  readonly maxInodes: number;
  /** Names of files beyond the first of each. */
  readonly maxLinks: number;
  /** Files and directories that are open. */
  readonly maxHandles: number;
}

/** What of a {@link Quota} is used. What does not fit is refused before anything has changed. */
export class Usage {
  readonly #quota: Quota;
  #bytes = 0;
  #inodes = 0;
  #links = 0;
  #handles = 0;

  constructor(quota: Quota) {
    this.#quota = quota;
  }

  /** Takes so many bytes more, or gives them back where the number is negative. */
  bytes(count: number): void {
    if (count > 0 && this.#bytes + count > this.#quota.maxBytes) throw new TreeError("nospc");
    this.#bytes += count;
  }

  inode(count: 1 | -1): void {
    if (this.#inodes + count > this.#quota.maxInodes) throw new TreeError("nospc");
    this.#inodes += count;
  }

  link(count: 1 | -1): void {
    if (this.#links + count > this.#quota.maxLinks) throw new TreeError("nospc");
    this.#links += count;
  }

  handle(count: 1 | -1): void {
    if (this.#handles + count > this.#quota.maxHandles) throw new TreeError("mfile");
    this.#handles += count;
  }
}
