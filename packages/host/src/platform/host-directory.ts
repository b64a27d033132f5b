import type { Stats } from "node:fs";

const fs = process.getBuiltinModule("node:fs");
const { join } = process.getBuiltinModule("node:path");

export interface HostEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "symlink" | "other";
}

export interface HostFile {
  readonly bytes: Uint8Array;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
}

const { O_CREAT, O_DIRECTORY = 0, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY, O_WRONLY } = fs.constants;
/** Whether what is open has a path. On Linux it has, but Deno lets programs at none of these. */
const hasDescriptorPaths = process.platform === "linux" && !("deno" in process.versions);
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A directory of the host's that names lead down from and never out of: no name is a path, and none that is a symlink is
 * followed. On Linux the directory stays the one that was opened, whatever becomes of the path that it was opened by;
 * elsewhere, and in Deno, that path is looked at before each step.
 */
export class HostDirectory {
  readonly #path: string;
  readonly #fd: number | undefined;
  readonly #identity: string;

  /** Opens what the path leads to, symlinks followed. */
  static open(path: string): HostDirectory {
    return new HostDirectory(fs.realpathSync(path));
  }

  private constructor(path: string) {
    this.#fd = process.platform === "win32" ? undefined : fs.openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    // Once it is open it is this directory for good, also if the path leads elsewhere by then.
    this.#path = hasDescriptorPaths ? `/proc/self/fd/${this.#fd}` : path;
    this.#identity = identityOf(this.#fd === undefined ? fs.lstatSync(path) : fs.fstatSync(this.#fd));
  }

  close(): void {
    if (this.#fd !== undefined) fs.closeSync(this.#fd);
  }

  child(name: string): HostDirectory {
    return new HostDirectory(this.#at(name));
  }

  /** Its entries by name. Throws for a name that is no UTF-8. */
  entries(): HostEntry[] {
    const entries = fs.readdirSync(this.#at("."), { encoding: "buffer" }).map((bytes): HostEntry => {
      const name = decoder.decode(bytes);
      return { name, kind: kindOf(fs.lstatSync(this.#at(name), { throwIfNoEntry: false })) };
    });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** All of a file that is no larger than that many bytes; undefined where it is larger, or no file any more. */
  read(name: string, maxBytes: number): HostFile | undefined {
    // Opened without waiting, for somebody may have put a pipe in its place.
    const fd = fs.openSync(this.#at(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const found = fs.fstatSync(fd, { bigint: true });
      if (!found.isFile() || found.size > maxBytes) return undefined;
      const bytes = new Uint8Array(Number(found.size));
      let filled = 0;
      for (let read = -1; filled < bytes.length && read !== 0; filled += read) {
        read = fs.readSync(fd, bytes, filled, bytes.length - filled, null);
      }
      return { bytes: bytes.subarray(0, filled), modified: found.mtimeNs };
    } finally {
      fs.closeSync(fd);
    }
  }

  readlink(name: string): string {
    return decoder.decode(fs.readlinkSync(this.#at(name), { encoding: "buffer" }));
  }

  /** Puts a file there in one step: nobody finds half of it, and what was there stays where that fails. */
  write(name: string, bytes: Uint8Array): void {
    this.#replace(name, (temporary) => {
      const fd = fs.openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666);
      try {
        fs.writeFileSync(fd, bytes);
        const before = fs.lstatSync(this.#at(name), { throwIfNoEntry: false });
        if (before?.isFile()) fs.fchmodSync(fd, before.mode & 0o777);
      } finally {
        fs.closeSync(fd);
      }
    });
  }

  symlink(name: string, target: string): void {
    this.#replace(name, (temporary) => fs.symlinkSync(target, temporary));
  }

  /** Makes a directory, unless there is one. */
  makeDirectory(name: string): void {
    const path = this.#at(name);
    if (!fs.lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) fs.mkdirSync(path);
  }

  /** Removes what has that name, with all that is in it; nothing where there is nothing. */
  remove(name: string): void {
    const found = fs.lstatSync(this.#at(name), { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) this.#removeDirectory(name);
    else fs.unlinkSync(this.#at(name));
  }

  #removeDirectory(name: string): void {
    const directory = this.child(name);
    try {
      for (const entry of directory.entries()) directory.remove(entry.name);
    } finally {
      directory.close();
    }
    fs.rmdirSync(this.#at(name));
  }

  #replace(name: string, make: (temporary: string) => void): void {
    const temporary = this.#at(`.polyplug-${crypto.randomUUID()}`);
    try {
      make(temporary);
      fs.renameSync(temporary, this.#at(name));
    } catch (error) {
      fs.rmSync(temporary, { force: true });
      throw error;
    }
  }

  #at(name: string): string {
    if (!hasDescriptorPaths && identityOf(fs.lstatSync(this.#path)) !== this.#identity) {
      throw new Error("somebody has moved it meanwhile");
    }
    return join(this.#path, name);
  }
}

/** Something that is gone by now is none of the others. */
function kindOf(found: Stats | undefined): HostEntry["kind"] {
  if (found?.isSymbolicLink()) return "symlink";
  if (found?.isDirectory()) return "directory";
  return found?.isFile() ? "file" : "other";
}

function identityOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev} ${ino}`;
}
