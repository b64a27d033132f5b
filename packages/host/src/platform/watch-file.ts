import type { FSWatcher } from "node:fs";

const fs = process.getBuiltinModule("node:fs");
const { basename, dirname, resolve } = process.getBuiltinModule("node:path");

/** What whoever watches a file is told. */
export interface FileObserver {
  /** The file changes: it is another one than a moment ago, and may not be complete. */
  touched(): void;
  /** It has changed and lain still for a while. It is not told of a file that went away until there is one again. */
  settled(): void;
  /** It cannot be watched any longer. */
  failed(cause: unknown): void;
}

export interface FileWatch {
  close(): void;
}

/** Whether something that is waited for keeps the process alive. */
export interface Hold {
  readonly ref: boolean;
}

/** How long a file lies still before it counts as complete, in milliseconds. Compilers write in bursts. */
const quiet = 40;

/** The absolute path of a file, which no change of the working directory changes. */
export function absolutePath(path: string | URL): string {
  return path instanceof URL ? process.getBuiltinModule("node:url").fileURLToPath(path) : resolve(path);
}

/**
 * Watches a file by its name, whatever is behind that: editors write another file and rename it over, builds delete the
 * folder and make it anew, a symbolic link is turned to another release. The folders are watched for it, for a watch of the
 * file itself would end with the file.
 *
 * Throws the system's error where there are no watches left to be had.
 */
export function watchFile(path: string, observer: FileObserver, hold: Hold): FileWatch {
  return new FileWatcher(path, observer, hold);
}

class FileWatcher implements FileWatch {
  readonly #path: string;
  readonly #observer: FileObserver;
  readonly #hold: Hold;
  readonly #watchers: FSWatcher[] = [];
  /** Forgets to look whether the file has lain still. */
  #cancel: (() => void) | undefined;
  #seen: string;
  #told: string;

  constructor(path: string, observer: FileObserver, hold: Hold) {
    this.#path = path;
    this.#observer = observer;
    this.#hold = hold;
    this.#seen = fingerprint(path);
    this.#told = this.#seen;
    try {
      this.#arm();
    } catch (cause) {
      this.close();
      throw cause;
    }
  }

  close(): void {
    this.#cancel?.();
    for (const watcher of this.#watchers.splice(0)) watcher.close();
  }

  #arm(tries = 10): void {
    for (const watcher of this.#watchers.splice(0)) watcher.close();
    const notice = (change: Change): void => this.#notice(change);
    try {
      for (const folder of foldersToWatch(this.#path)) this.#watchers.push(watchFolder(folder, notice, this.#hold));
    } catch (cause) {
      // A folder may go away between the look at it and its watch, as when all of it is deleted. Another is nearest then.
      if (!isMissing(cause) || tries === 1) throw cause;
      this.#arm(tries - 1);
    }
    // What happened before the watches were there, nobody tells of.
    this.#look();
  }

  #notice(change: Change): void {
    try {
      if (change === "rename") this.#arm();
      else this.#look();
    } catch (cause) {
      this.#observer.failed(cause);
    }
  }

  #look(): void {
    const now = fingerprint(this.#path);
    if (now === this.#seen) return;
    this.#seen = now;
    this.#cancel?.();
    this.#cancel = undefined;
    if (now === absent) return;
    this.#observer.touched();
    this.#cancel = after(quiet, () => this.#settle(), this.#hold);
  }

  #settle(): void {
    const still = this.#seen;
    this.#look();
    if (this.#seen !== still || still === this.#told) return;
    this.#told = still;
    this.#observer.settled();
  }
}

/** Does `work` once, so many milliseconds from now, unless what is returned is called before. */
export function after(milliseconds: number, work: () => void, { ref }: Hold): () => void {
  const timer = setTimeout(work, milliseconds);
  if (!ref) timer.unref();
  return () => clearTimeout(timer);
}

/** Tells whoever runs the program of what nobody else was told. */
export function warn(message: string): void {
  process.emitWarning(message, "PolyplugWarning");
}

const absent = "absent";

/** A text that is another one when the file is another one or has been written to. */
function fingerprint(path: string): string {
  try {
    const found = fs.statSync(path, { bigint: true, throwIfNoEntry: false });
    if (found === undefined) return absent;
    return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(" ");
  } catch (cause) {
    // It is there and may not be looked at, which is for the one who reads it to tell.
    return String(cause);
  }
}

/** The folder that holds a file, or would, and what in it concerns the file. */
interface Folder {
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

/** The file's folder, the one above for the folder's own sake, and the same of where symbolic links lead. */
function foldersToWatch(path: string): Folder[] {
  const places = new Map<string, Set<string>>();
  for (const file of new Set([path, realPath(path)])) {
    const folder = dirname(file);
    for (const place of [nearestFolder(folder, basename(file)), nearestFolder(dirname(folder), basename(folder))]) {
      const names = places.get(place.path) ?? new Set<string>();
      for (const name of place.names) names.add(name);
      places.set(place.path, names);
    }
  }
  return [...places].map(([place, names]) => ({ path: place, names }));
}

/** A path that leads nowhere, or round in a circle, is watched for what it is until it leads somewhere. */
function realPath(path: string): string {
  try {
    return fs.realpathSync.native(path);
  } catch {
    // What is wrong with it is for the one who reads the file to tell.
    return path;
  }
}

function isFolder(path: string): boolean {
  try {
    return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // As above: a link in a circle, or a name that is too long.
    return false;
  }
}

/** The folder, or where it is missing the nearest above it, in which the next one on the way may appear. */
function nearestFolder(path: string, name: string): Folder {
  const above = dirname(path);
  if (above === path || isFolder(path)) {
    // A folder that is moved or deleted tells so under its own name.
    return { path, names: new Set([name, basename(path)]) };
  }
  return nearestFolder(above, basename(path));
}

/** What an event tells: that content changed, or that a name may stand for something else, or for nothing. */
type Change = "change" | "rename";

function watchFolder({ path, names }: Folder, notice: (change: Change) => void, { ref }: Hold): FSWatcher {
  const watcher = fs.watch(path, (change, name) => {
    if (name === null || names.has(name)) notice(change);
  });
  // Not every runtime heeds the option `persistent`.
  if (!ref) watcher.unref();
  // Where a folder that is deleted ends its watch with an error: look for it further up.
  return watcher.on("error", () => notice("rename"));
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR");
}
