import { DirectoryHandle } from "./directory-handle.ts";
import type { MountImage } from "./image.ts";
import { Mount } from "./mount.ts";
import { TreeState } from "./tree-state.ts";
import { type Quota, Usage } from "./usage.ts";

/** What one plugin sees of a tree of files: what it began with, shared with others, and its own changes over it. */
export class TreeLayer {
  readonly mounts: readonly Mount[];

  /** `now` tells the times of what changes, in nanoseconds since 1970. */
  constructor(mounts: readonly MountImage[], quota: Quota, now: () => bigint) {
    const state = new TreeState(new Usage(quota), now);
    this.mounts = mounts.map((mount, index) => new Mount(state, mount, BigInt(index + 1)));
  }

  /** Opens the root of each mount: what a plugin finds open when it starts. */
  openMounts(): readonly DirectoryHandle[] {
    return this.mounts.map((mount) => new DirectoryHandle(mount.root, mount));
  }
}
