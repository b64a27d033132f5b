import { canonicalPassages, maxLiftedBytes } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import type { FileChange } from "@polyplug/wasi";
import { typedFunction, type WireFunction } from "./packing.ts";
import { bytes, func, list, record, string, u32 } from "./wit-types.ts";

/** What a guest is asked for that tells of its files. */
const diffType = func(
  { mount: string },
  record({
    contents: list(bytes),
    changes: list({
      kind: "variant",
      cases: [
        { name: "file", type: record({ path: string, content: u32 }) },
        { name: "directory", type: record({ path: string }) },
        { name: "symlink", type: record({ path: string, target: string }) },
        { name: "removed", type: record({ path: string }) },
      ],
    }),
  }),
);

export function diffWire(plugin: string): WireFunction {
  return typedFunction("diff", diffType, { passages: canonicalPassages(), plugin });
}

/** Changes as they cross: what several names have in common does so once. */
export interface PackedChanges {
  readonly contents: readonly Uint8Array[];
  readonly changes: readonly PackedChange[];
}

type PackedChange =
  | { readonly tag: "file"; readonly val: { readonly path: string; readonly content: number } }
  | { readonly tag: "directory" | "removed"; readonly val: { readonly path: string } }
  | { readonly tag: "symlink"; readonly val: { readonly path: string; readonly target: string } };

/** What a change counts for beside its bytes and its text, which is more than what a list of them takes. */
const bytesPerChange = 256;
/** Bytes of a character in UTF-8, at most. */
const bytesPerCharacter = 3;

/** Throws `unsupported` for more than crosses at a time: whoever gets it would take the guest for hostile, and end it. */
export function packChanges(changes: readonly FileChange[], mount: string): PackedChanges {
  const contents = new Map<Uint8Array, number>();
  const packed = changes.map((change): PackedChange => {
    switch (change.kind) {
      case "file": {
        const content = contents.get(change.bytes) ?? contents.size;
        contents.set(change.bytes, content);
        return { tag: "file", val: { path: change.path, content } };
      }
      case "symlink":
        return { tag: "symlink", val: { path: change.path, target: change.target } };
      default:
        return { tag: change.kind, val: { path: change.path } };
    }
  });
  const text = changes.reduce((sum, change) => sum + change.path.length + targetOf(change).length, 0);
  const bytes = [...contents.keys()].reduce((sum, content) => sum + content.length, 0);
  const all = bytes + text * bytesPerCharacter + changes.length * bytesPerChange;
  if (all >= maxLiftedBytes) throw tooLarge(all, mount);
  return { contents: [...contents.keys()], changes: packed };
}

function targetOf(change: FileChange): string {
  return change.kind === "symlink" ? change.target : "";
}

function tooLarge(bytes: number, mount: string): PluginError {
  const most = `${maxLiftedBytes} can be told of at a time from another thread or process`;
  const cure = "grant less by maxBytes, maxInodes and maxLinks, or several mounts";
  const reason = `with their paths they come to ${bytes} bytes, and ${most}; ${cure}`;
  return new PluginError({ code: "unsupported", action: `tell what changed below ${mount}`, reason });
}

/** Throws a `TypeError` for a file whose content did not come with it. */
export function unpackChanges({ contents, changes }: PackedChanges): readonly FileChange[] {
  return changes.map((change): FileChange => {
    if (change.tag !== "file") return { kind: change.tag, ...change.val } as FileChange;
    const bytes = contents[change.val.content];
    if (bytes === undefined) throw new TypeError("it has a file without content");
    return { kind: "file", path: change.val.path, bytes };
  });
}
