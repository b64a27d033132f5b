export { type FileChange, FileTree, type Snapshot, type TreeContent, type TreeOptions, tree } from "@polyplug/wasi";
export { type ApplyOptions, applyDiff } from "./apply-diff.ts";
export { type SnapshotOptions, snapshot } from "./snapshot.ts";
