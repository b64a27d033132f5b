import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { type Image, isEntryName, leadsWithin, parseByteCount, Snapshot } from "@polyplug/wasi";
import { HostDirectory, type HostEntry } from "../platform/host-directory.ts";
import { attempt } from "./attempt.ts";

/** What of a directory a snapshot has, and how much that may be. Unknown keys are refused with `bad-argument`. */
export interface SnapshotOptions {
  /**
   * Whether it is to have an entry, which it is asked for each with the path from the directory, with slashes:
   * `sub/a.txt`. What a directory has that is left out is not looked at. Default: it has all.
   */
  readonly filter?: ((path: string, kind: HostEntry["kind"]) => boolean) | undefined;
  /** Bytes of all files together, as a number or such as `"16MiB"`. Default 64 MiB. */
  readonly maxBytes?: number | string | undefined;
  /** Files, directories and symlinks. Default 65,536. */
  readonly maxEntries?: number | undefined;
  /** Directories within each other. Default 64. */
  readonly maxDepth?: number | undefined;
}

/**
 * Reads a directory with all that is in it, for plugins: `tree({ "/data": await snapshot("./data") })`. It is read once;
 * what becomes of the directory afterwards does not show, and no plugin gets hold of it.
 *
 * Symlinks stay symlinks, and nothing behind them is read. What would lead out of the directory, or is neither file,
 * directory nor symlink, is refused: `filter` leaves it out.
 *
 * Throws `bad-argument` for options that do not fit, `unreadable` where something cannot be read, and `unsupported` for more
 * than the options allow, for symlinks that lead out, and for names that are no UTF-8.
 */
export async function snapshot(directory: string, options: SnapshotOptions = {}): Promise<Snapshot> {
  const action = `take a snapshot of ${directory}`;
  const reader = new Reader(action, readOptions(options, action));
  const root = attempt(action, "", () => HostDirectory.open(directory));
  try {
    return new Snapshot({ kind: "directory", entries: reader.entries(root, "", 0) });
  } finally {
    root.close();
  }
}

type Bounds = Required<{ [Key in keyof SnapshotOptions]: Exclude<SnapshotOptions[Key], undefined | string> }>;

class Reader {
  readonly #action: string;
  readonly #bounds: Bounds;
  #bytes = 0;
  #entries = 0;

  constructor(action: string, bounds: Bounds) {
    this.#action = action;
    this.#bounds = bounds;
  }

  entries(directory: HostDirectory, prefix: string, depth: number): ReadonlyMap<string, Image> {
    const images = new Map<string, Image>();
    for (const entry of attempt(this.#action, prefix, () => directory.entries())) {
      const path = prefix + entry.name;
      if (!this.#bounds.filter(path, entry.kind)) continue;
      this.#entries++;
      if (this.#entries > this.#bounds.maxEntries) throw this.#beyond("maxEntries", "entries");
      if (!isEntryName(entry.name)) throw this.#unfit(path, "its name is longer than 255 bytes");
      images.set(entry.name, this.#read(directory, entry, path, depth));
    }
    return images;
  }

  #read(directory: HostDirectory, { name, kind }: HostEntry, path: string, depth: number): Image {
    switch (kind) {
      case "file":
        return this.#file(directory, name, path);
      case "symlink":
        return this.#symlink(directory, name, path, depth);
      case "directory":
        return this.#directory(directory, name, path, depth);
      case "other":
        throw this.#unfit(path, "it is neither file, directory nor symlink; options.filter can leave it out");
    }
  }

  #file(directory: HostDirectory, name: string, path: string): Image {
    const left = this.#bounds.maxBytes - this.#bytes;
    const file = attempt(this.#action, path, () => directory.read(name, left));
    if (file === undefined) throw this.#beyond("maxBytes", "bytes");
    this.#bytes += file.bytes.length;
    return { kind: "file", ...file };
  }

  #symlink(directory: HostDirectory, name: string, path: string, depth: number): Image {
    const target = attempt(this.#action, path, () => directory.readlink(name));
    if (leadsWithin(target, depth)) return { kind: "symlink", target };
    throw this.#unfit(path, "it is a symlink that may lead out of the directory; options.filter can leave it out");
  }

  #directory(directory: HostDirectory, name: string, path: string, depth: number): Image {
    if (depth >= this.#bounds.maxDepth) throw this.#beyond("maxDepth", "directories within each other");
    const child = attempt(this.#action, path, () => directory.child(name));
    try {
      return { kind: "directory", entries: this.entries(child, `${path}/`, depth + 1) };
    } finally {
      child.close();
    }
  }

  #beyond(option: "maxBytes" | "maxEntries" | "maxDepth", what: string): PluginError {
    const reason = `it has more ${what} than the ${this.#bounds[option]} that options.${option} allows`;
    return new PluginError({ code: "unsupported", action: this.#action, reason, path: `options.${option}` });
  }

  #unfit(path: string, reason: string): PluginError {
    return new PluginError({ code: "unsupported", action: this.#action, reason: `${path}: ${reason}`, path });
  }
}

function readOptions(options: SnapshotOptions, action: string): Bounds {
  refuseUnknownKeys(action, "options", options, ["filter", "maxBytes", "maxEntries", "maxDepth"]);
  const { filter = () => true, maxBytes = "64MiB", maxEntries = 65_536, maxDepth = 64 } = options;
  const bytes = parseByteCount(maxBytes);
  if (typeof filter !== "function") throw badOption(action, "filter", "expected a function");
  if (bytes === undefined) throw badOption(action, "maxBytes", 'expected a count of bytes or a size such as "16MiB"');
  for (const [key, value] of Object.entries({ maxEntries, maxDepth })) {
    if (!Number.isSafeInteger(value) || value < 0) throw badOption(action, key, "expected a whole number of 0 or more");
  }
  return { filter, maxBytes: bytes, maxEntries, maxDepth };
}

function badOption(action: string, key: string, reason: string): PluginError {
  const path = `options.${key}`;
  return new PluginError({ code: "bad-argument", action, reason: `${path}: ${reason}`, path });
}
