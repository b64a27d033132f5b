import type { MountImage } from "./image.ts";
import type { Quota } from "./usage.ts";

/**
 * Files for plugins, as {@link tree} makes them. It is never changed: each plugin that it is granted to writes to a layer
 * of its own, and shares what it did not change with the others.
 */
export class FileTree {
  readonly mounts: readonly MountImage[];
  readonly quota: Quota;

  /** Of parts that were checked: another tree's, or their structured clones. */
  constructor(mounts: readonly MountImage[], quota: Quota) {
    this.mounts = mounts;
    this.quota = quota;
  }
}
