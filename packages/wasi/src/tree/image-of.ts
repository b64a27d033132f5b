import { nameOf } from "../capabilities/name-of.ts";
import { maxTreeDepth } from "../limits.ts";
import type { DirectoryImage, Image } from "./image.ts";
import { isEntryName } from "./path.ts";
import { Snapshot } from "./snapshot.ts";

/** A directory of a tree: its entries by name, or a snapshot of a directory. */
export type TreeContent = { readonly [name: string]: TreeContent | string | Uint8Array } | Snapshot;

type Refuse = (path: string, reason: string) => never;

/** The image of a directory that somebody wrote down as an object. */
export function imageOf(content: unknown, path: string, refuse: Refuse): DirectoryImage {
  const image = read(content, path, maxTreeDepth, refuse);
  if (image.kind === "directory") return image;
  return refuse(path, `expected an object or a snapshot, got ${nameOf(content)}`);
}

function read(content: unknown, path: string, depth: number, refuse: Refuse): Image {
  if (content instanceof Snapshot) return content.root;
  if (content instanceof Uint8Array) return { kind: "file", bytes: content.slice() };
  if (typeof content === "string") return { kind: "file", bytes: new TextEncoder().encode(content) };
  if (!isPlain(content)) return refuse(path, `expected text, bytes, an object or a snapshot, got ${nameOf(content)}`);
  if (depth === 0) return refuse(path, `it is nested deeper than ${maxTreeDepth} directories`);
  const entries = Object.entries(content).map(([name, value]): [string, Image] => {
    const at = `${path === "/" ? "" : path}/${name}`;
    if (!isEntryName(name)) return refuse(at, "expected a name of 1 to 255 bytes without slash and NUL");
    return [name, read(value, at, depth - 1, refuse)];
  });
  return { kind: "directory", entries: new Map(entries) };
}

/** An object that was written down as one: a Date, say, has no entries and is no empty directory. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
