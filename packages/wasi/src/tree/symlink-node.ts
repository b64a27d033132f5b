import type { SymlinkImage } from "./image.ts";
import { Inode } from "./inode.ts";
import { utf8Length } from "./path.ts";
import type { TreeState } from "./tree-state.ts";

export class SymlinkNode extends Inode {
  readonly kind = "symlink";
  /** A relative path without NUL. */
  readonly target: string;
  readonly size: number;

  /** Counts the target of one that the plugin makes. */
  constructor(state: TreeState, target: string, image?: SymlinkImage) {
    const size = utf8Length(target);
    super(state, image);
    if (image === undefined) this.#count(size);
    this.target = target;
    this.size = size;
  }

  #count(bytes: number): void {
    try {
      this.state.usage.bytes(bytes);
    } catch (error) {
      this.state.usage.inode(-1);
      throw error;
    }
  }

  protected override release(): void {
    if (this.image === undefined) this.state.usage.bytes(-this.size);
  }
}
