import { DirectoryNode } from "./directory-node.ts";
import type { DirectoryImage, MountImage } from "./image.ts";
import { TreeError } from "./tree-error.ts";
import type { TreeState } from "./tree-state.ts";

/** A directory that the plugin finds open when it starts, with all that is below it. No path leads from one to another. */
export class Mount {
  /** As the guest names it: absolute. */
  readonly path: string;
  readonly readOnly: boolean;
  readonly device: bigint;
  readonly root: DirectoryNode;
  /** What it began with. */
  readonly image: DirectoryImage;

  constructor(state: TreeState, { path, readOnly, root }: MountImage, device: bigint) {
    this.path = path;
    this.readOnly = readOnly;
    this.device = device;
    this.image = root;
    this.root = new DirectoryNode(state, root);
    this.root.link();
  }

  /** Refuses any change where there may be none. */
  checkWritable(): void {
    if (this.readOnly) throw new TreeError("rofs");
  }
}
