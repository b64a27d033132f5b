import type { Grant } from "../grant.ts";
import { FileTree } from "../tree/file-tree.ts";
import { TreeLayer } from "../tree/tree-layer.ts";
import type { Clock } from "./clock.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** Opens the plugin's own layer of the tree. Without a clock all times are zero. */
export function openFiles(plugin: string, files: Grant["files"], clock: Clock | undefined): TreeLayer | undefined {
  if (files === undefined) return undefined;
  if (!(files instanceof FileTree))
    return refuseGrant(plugin, "files", `expected what tree() gives, got ${nameOf(files)}`);
  return new TreeLayer(files.mounts, files.quota, () => clock?.realtime.now() ?? 0n);
}
