import { canonicalPassages } from "@polyplug/abi";
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

export function packChanges(changes: readonly FileChange[]): PackedChanges {
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
  return { contents: [...contents.keys()], changes: packed };
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
