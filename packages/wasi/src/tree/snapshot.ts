import type { DirectoryImage } from "./image.ts";

/** A directory as it was at one moment, to be used in trees. It is never changed, and any number of them can share it. */
export class Snapshot {
  readonly root: DirectoryImage;

  constructor(root: DirectoryImage) {
    this.root = root;
  }
}
