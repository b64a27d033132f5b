import { applyDiff, type FileChange, type FileTree, snapshot, tree } from "@polyplug/host/files";
import type { Report } from "../report.ts";
import { count } from "../show/count.ts";
import type { FileFlags, GrantedFolder } from "./file-flags.ts";
import type { AnyPlugin } from "./use-plugin.ts";

/** The folders that flags grant, read as they are now. */
export async function readFolders(folders: readonly GrantedFolder[]): Promise<FileTree> {
  const mounts = folders.map(async ({ folder, mount }) => [mount, await snapshot(folder)] as const);
  return tree(Object.fromEntries(await Promise.all(mounts)));
}

/** Writes back what a plugin changed where the flags say so, and has the report tell of it in any case. */
export async function withChanges(report: Report, plugin: AnyPlugin, { dir = [], write }: FileFlags): Promise<Report> {
  const notes: string[] = [];
  const told = new Map<string, readonly object[]>();
  for (const { folder, mount } of dir) {
    const changes = (await plugin.files?.diff(mount)) ?? [];
    if (changes.length === 0) continue;
    if (write) await applyDiff(folder, changes);
    else
      notes.push(`polyplug: the plugin changed ${things(changes)} in ${folder}, which is not kept: --write keeps it\n`);
    told.set(
      mount,
      changes.map(({ kind, path }) => ({ kind, path })),
    );
  }
  const changed = told.size === 0 ? {} : { files: Object.fromEntries(told) };
  return { ...report, stderr: report.stderr + notes.join(""), json: { ...report.json, ...changed } };
}

function things(changes: readonly FileChange[]): string {
  return changes.length === 1 ? "1 path" : `${count(changes.length)} paths`;
}
