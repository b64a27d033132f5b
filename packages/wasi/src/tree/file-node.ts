import { FileContent } from "./file-content.ts";
import type { FileImage } from "./image.ts";
import { Inode } from "./inode.ts";
import type { TreeState } from "./tree-state.ts";

export class FileNode extends Inode {
  readonly kind = "file";
  readonly content: FileContent;

  constructor(state: TreeState, image?: FileImage) {
    super(state, image);
    this.content = new FileContent(state.usage, image?.bytes ?? new Uint8Array());
  }

  override get size(): number {
    return this.content.size;
  }

  protected override release(): void {
    this.content.release();
  }
}
