import { PluginError } from "@polyplug/errors";
import { diffMount } from "./diff-mount.ts";
import { DirectoryHandle } from "./directory-handle.ts";
import type { FileChange, PluginFiles } from "./file-change.ts";
import type { MountImage } from "./image.ts";
import { Mount } from "./mount.ts";
import { TreeError } from "./tree-error.ts";
import { TreeState } from "./tree-state.ts";
import { type Quota, Usage } from "./usage.ts";

/** What one plugin sees of a tree of files: what it began with, shared with others, and its own changes over it. */
export class TreeLayer implements PluginFiles {
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

  diff(path: string): readonly FileChange[] {
    const mount = this.mounts.find((one) => one.path === path);
    if (mount === undefined) {
      const known = this.mounts.map((one) => one.path).join(", ");
      throw failure("bad-argument", path, `nothing is mounted there; mounted are ${known}`);
    }
    try {
      return diffMount(mount.root, mount.image);
    } catch (error) {
      if (!(error instanceof TreeError)) throw error;
      throw failure("unsupported", path, "a path in it is longer than 4,095 characters");
    }
  }
}

function failure(code: "bad-argument" | "unsupported", path: string, reason: string): PluginError {
  return new PluginError({ code, action: `tell what changed below ${path}`, reason, path });
}
