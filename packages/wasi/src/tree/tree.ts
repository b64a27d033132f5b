import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parseByteCount } from "../capabilities/byte-count.ts";
import { nameOf } from "../capabilities/name-of.ts";
import { ownProperties } from "../capabilities/own-properties.ts";
import { defaultTreeBytes, defaultTreeHandles, defaultTreeInodes, defaultTreeLinks } from "../limits.ts";
import { FileTree } from "./file-tree.ts";
import { imageOf, type TreeContent } from "./image-of.ts";
import { isEntryName } from "./path.ts";
import type { Quota } from "./usage.ts";

/**
 * What a plugin may make in its layer of a tree, and where it may make nothing. Unknown keys are refused with
 * `bad-argument`.
 */
export interface TreeOptions {
  /** The mounts in which nothing may be changed, or `true` for all of them. Default: none. */
  readonly readOnly?: true | readonly string[] | undefined;
  /**
   * Bytes of the files that it writes to, as a number or such as `"16MiB"`: their whole size, holes counted, from the
   * first change on. Default 64 MiB.
   */
  readonly maxBytes?: number | string | undefined;
  /** Files, directories and symlinks that it makes and did not remove. Default 65,536. */
  readonly maxInodes?: number | undefined;
  /** Names that it gives to files beyond the first of each. Default 65,536. */
  readonly maxLinks?: number | undefined;
  /** Files and directories that it has open at a time, the mounts among them. Default 1,024. */
  readonly maxHandles?: number | undefined;
}

const action = "make a file tree";

/**
 * Makes files for plugins, to be granted as `files`: `tree({ "/data": { "a.txt": "text", sub: { "b.bin": bytes } } })`.
 *
 * Each key is a mount, a directory that the plugin finds open when it starts, by its absolute path in the plugin; no path
 * leads from one to another. Its value is an object of files (text as UTF-8, or bytes, which are copied) and of
 * directories, or a snapshot of a directory. What a plugin changes it changes in a layer of its own: for the host, and
 * for every other plugin, the tree stays as it is.
 *
 * Throws `bad-argument`, with the path of what does not fit, for names that are none, values of other types, directories
 * nested deeper than 256, and options that are unknown or of another shape.
 */
export function tree(mounts: Readonly<Record<string, TreeContent>>, options: TreeOptions = {}): FileTree {
  const contents = Object.entries(mounts);
  for (const [path] of contents) checkMountPath(path);
  const own = ownProperties(options);
  refuseUnknownKeys(action, "options", own, ["readOnly", "maxBytes", "maxInodes", "maxLinks", "maxHandles"]);
  const readOnly = readReadOnly(own.readOnly, mounts);
  const quota = readQuota(own, contents.length);
  return new FileTree(
    contents.map(([path, content]) => ({
      path,
      root: imageOf(content, path, refuse),
      readOnly: readOnly.has(path),
    })),
    quota,
  );
}

function checkMountPath(path: string): void {
  const names = path.slice(1).split("/");
  if (path.startsWith("/") && (path === "/" || names.every(isEntryName))) return;
  refuse(path, 'expected an absolute path such as "/data", without ".", ".." and a slash at its end');
}

function readReadOnly(value: unknown, mounts: object): ReadonlySet<string> {
  if (value === undefined) return new Set();
  if (value === true) return new Set(Object.keys(mounts));
  if (!Array.isArray(value))
    return refuse("options.readOnly", `expected true or an array of paths, got ${nameOf(value)}`);
  for (const path of value) {
    if (typeof path !== "string" || !Object.hasOwn(mounts, path)) {
      refuse("options.readOnly", `expected the path of a mount, got ${nameOf(path)}`);
    }
  }
  return new Set(value);
}

function readQuota(options: TreeOptions, mounts: number): Quota {
  const maxBytes = parseByteCount(options.maxBytes ?? defaultTreeBytes);
  if (maxBytes === undefined) {
    const reason = `expected a count of bytes or a size such as "16MiB", got ${nameOf(options.maxBytes)}`;
    return refuse("options.maxBytes", reason);
  }
  return {
    maxBytes,
    maxInodes: readCount(options, "maxInodes", defaultTreeInodes, 0),
    maxLinks: readCount(options, "maxLinks", defaultTreeLinks, 0),
    maxHandles: readCount(options, "maxHandles", defaultTreeHandles, mounts),
  };
}

function readCount(options: TreeOptions, key: keyof TreeOptions, otherwise: number, least: number): number {
  const value: unknown = options[key] ?? otherwise;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  return refuse(`options.${key}`, `expected a whole number of ${least} or more, got ${nameOf(value)}`);
}

function refuse(path: string, reason: string): never {
  throw new PluginError({ code: "bad-argument", action, reason: `${path}: ${reason}`, path });
}
