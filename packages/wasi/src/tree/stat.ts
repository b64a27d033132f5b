import type { TreeNode } from "./directory-node.ts";
import type { Mount } from "./mount.ts";

/** What is to be known of a node. Times are nanoseconds since 1970. */
export interface Stat {
  readonly kind: TreeNode["kind"];
  /** The number of the mount; with `ino` it is what no other node of the plugin's has. */
  readonly device: bigint;
  readonly ino: bigint;
  readonly links: number;
  /** In bytes: of a file its content, of a symlink its target. */
  readonly size: number;
  readonly accessed: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
}

export function statOf(node: TreeNode, { device }: Mount): Stat {
  const { kind, ino, links, size, accessed, modified, changed } = node;
  return { kind, device, ino, links, size, accessed, modified, changed };
}

/** Times to set: an instant in nanoseconds since 1970, that of now, or undefined to leave one as it is. */
export interface NewTimes {
  readonly accessed?: bigint | "now" | undefined;
  readonly modified?: bigint | "now" | undefined;
}

export function setNodeTimes(node: TreeNode, { accessed, modified }: NewTimes): void {
  const now = node.state.now();
  node.accessed = accessed === "now" ? now : (accessed ?? node.accessed);
  node.modified = modified === "now" ? now : (modified ?? node.modified);
  node.changed = now;
}
