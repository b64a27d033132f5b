import type { Grant, TreeContent, TreeOptions } from "@polyplug/wasi";
import { tree } from "@polyplug/wasi";
import { allFunctions } from "../guests/all-functions.ts";
import { assemble, type Guest, startGuest } from "../guests/start-guest.ts";

/** Error numbers of the specification, by its names. */
export const E = {
  success: 0,
  badf: 8,
  busy: 10,
  exist: 20,
  fault: 21,
  ilseq: 25,
  inval: 28,
  isdir: 31,
  loop: 32,
  mfile: 33,
  nametoolong: 37,
  noent: 44,
  nospc: 51,
  notdir: 54,
  notempty: 55,
  notsup: 58,
  perm: 63,
  rofs: 69,
  spipe: 70,
  xdev: 75,
  notcapable: 76,
} as const;

export const O = { creat: 1, directory: 2, excl: 4, trunc: 8 } as const;
export const append = 1;
export const nonblock = 4;
export const follow = 1;
export const read = 2n;
export const write = 64n;
export const directory = 3;
export const regularFile = 4;
export const symbolicLink = 7;

const [path, otherPath, result, iovec, data] = [0x1000, 0x3000, 0x5000, 0x5100, 0x6000];
const room = 0x10000 - data;

export interface Stat {
  readonly device: number;
  readonly ino: number;
  readonly type: number;
  readonly links: number;
  readonly size: number;
  readonly times: readonly bigint[];
}

export interface OpenHow {
  readonly flags?: number;
  readonly rights?: bigint;
  readonly fdFlags?: number;
  readonly lookup?: number;
}

let assembled: Promise<WebAssembly.Module> | undefined;

/** A guest with a root directory at 3 that calls what it is told to: an error number, or what the call gives besides. */
export async function startFileGuest(
  content: TreeContent = {},
  options?: TreeOptions,
  grant: Grant = {},
): Promise<FileGuest> {
  return grantTree({ files: tree({ "/": content }, options), ...grant });
}

export async function grantTree(grant: Grant): Promise<FileGuest> {
  assembled ??= assemble(allFunctions);
  return new FileGuest(await startGuest(await assembled, grant));
}

export class FileGuest {
  readonly guest: Guest;

  constructor(guest: Guest) {
    this.guest = guest;
  }

  put(at: number, text: string | Uint8Array): number {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    this.guest.bytes().set(bytes, at);
    return bytes.length;
  }

  /** The file descriptor, or the negative error number. */
  open(name: string | Uint8Array, { flags = 0, rights = read, fdFlags = 0, lookup = 0 }: OpenHow = {}, fd = 3): number {
    const length = this.put(path, name);
    const errno = this.guest.call("path_open", fd, lookup, path, length, flags, rights, 0n, fdFlags, result);
    return errno === 0 ? this.guest.view().getUint32(result, true) : -errno;
  }

  close(fd: number): number {
    return this.guest.call("fd_close", fd);
  }

  mkdir(name: string | Uint8Array, fd = 3): number {
    return this.guest.call("path_create_directory", fd, path, this.put(path, name));
  }

  rmdir(name: string, fd = 3): number {
    return this.guest.call("path_remove_directory", fd, path, this.put(path, name));
  }

  unlink(name: string, fd = 3): number {
    return this.guest.call("path_unlink_file", fd, path, this.put(path, name));
  }

  symlink(target: string | Uint8Array, name: string | Uint8Array, fd = 3): number {
    const [to, at] = [this.put(path, target), this.put(otherPath, name)];
    return this.guest.call("path_symlink", path, to, fd, otherPath, at);
  }

  link(from: string, to: string, fd = 3, toFd: number = fd, lookup = 0): number {
    const [source, target] = [this.put(path, from), this.put(otherPath, to)];
    return this.guest.call("path_link", fd, lookup, path, source, toFd, otherPath, target);
  }

  rename(from: string, to: string, fd = 3, toFd: number = fd): number {
    const [source, target] = [this.put(path, from), this.put(otherPath, to)];
    return this.guest.call("path_rename", fd, path, source, toFd, otherPath, target);
  }

  readlink(name: string, length = 4096): number | string {
    const errno = this.guest.call("path_readlink", 3, path, this.put(path, name), data, length, result);
    return errno === 0 ? this.guest.text(data, this.guest.view().getUint32(result, true)) : errno;
  }

  stat(name: string, lookup = 0, fd = 3): number | Stat {
    const errno = this.guest.call("path_filestat_get", fd, lookup, path, this.put(path, name), data);
    return errno === 0 ? this.#stat() : errno;
  }

  fstat(fd: number): number | Stat {
    const errno = this.guest.call("fd_filestat_get", fd, data);
    return errno === 0 ? this.#stat() : errno;
  }

  /** The bytes that were read as text, or the error number. */
  read(fd: number, length: number): number | string {
    this.#iovec(length);
    const errno = this.guest.call("fd_read", fd, iovec, 1, result);
    return errno === 0 ? this.guest.text(data, this.guest.view().getUint32(result, true)) : errno;
  }

  pread(fd: number, length: number, offset: bigint): number | string {
    this.#iovec(length);
    const errno = this.guest.call("fd_pread", fd, iovec, 1, offset, result);
    return errno === 0 ? this.guest.text(data, this.guest.view().getUint32(result, true)) : errno;
  }

  write(fd: number, text: string | Uint8Array): number {
    this.#iovec(this.put(data, text));
    return this.guest.call("fd_write", fd, iovec, 1, result);
  }

  pwrite(fd: number, text: string, offset: bigint): number {
    this.#iovec(this.put(data, text));
    return this.guest.call("fd_pwrite", fd, iovec, 1, offset, result);
  }

  /** The new position, or the negative error number. */
  seek(fd: number, offset: bigint, whence: number): number {
    const errno = this.guest.call("fd_seek", fd, offset, whence, result);
    return errno === 0 ? Number(this.guest.view().getBigUint64(result, true)) : -errno;
  }

  resize(fd: number, size: bigint): number {
    return this.guest.call("fd_filestat_set_size", fd, size);
  }

  /** One page of a directory: its entries as they lie there, the last one perhaps cut off, or the error number. */
  page(fd: number, length: number, cookie: bigint): number | Uint8Array {
    const errno = this.guest.call("fd_readdir", fd, data, length, cookie, result);
    if (errno !== 0) return errno;
    return this.guest.bytes().slice(data, data + this.guest.view().getUint32(result, true));
  }

  /** All names of a directory but `.` and `..`, in their order. */
  list(fd = 3, length: number = room): string[] {
    return this.entries(fd, length).flatMap(({ name }) => (name === "." || name === ".." ? [] : [name]));
  }

  /** All entries of a directory, a page after the other as C libraries read them. */
  entries(fd = 3, length: number = room): Dirent[] {
    const all: Dirent[] = [];
    for (let cookie = 0n; ; ) {
      const bytes = this.page(fd, length, cookie);
      if (typeof bytes === "number") throw new Error(`fd_readdir: ${bytes}`);
      const whole = parseDirents(bytes);
      all.push(...whole);
      if (bytes.length < length) return all;
      if (whole.length === 0) throw new Error("the page is too small for an entry");
      cookie = whole.at(-1)?.next ?? cookie;
    }
  }

  /** The whole content of a file, or the negative error number. */
  content(name: string): string | number {
    const fd = this.open(name, { lookup: follow });
    if (fd < 0) return fd;
    const text = this.read(fd, room);
    this.close(fd);
    return text;
  }

  #iovec(length: number): void {
    this.guest.view().setUint32(iovec, data, true);
    this.guest.view().setUint32(iovec + 4, length, true);
  }

  #stat(): Stat {
    const view = new DataView(this.guest.memory.buffer, data, 64);
    const number = (at: number) => Number(view.getBigUint64(at, true));
    return {
      device: number(0),
      ino: number(8),
      type: view.getUint8(16),
      links: number(24),
      size: number(32),
      times: [40, 48, 56].map((at) => view.getBigUint64(at, true)),
    };
  }
}

export interface Dirent {
  readonly name: string;
  readonly next: bigint;
  readonly ino: number;
  readonly type: number;
}

function parseDirents(bytes: Uint8Array): Dirent[] {
  const entries: Dirent[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 24 <= bytes.length; ) {
    const length = view.getUint32(at + 16, true);
    if (at + 24 + length > bytes.length) break;
    const name = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(at + 24, at + 24 + length));
    const [next, ino] = [view.getBigUint64(at, true), Number(view.getBigUint64(at + 8, true))];
    entries.push({ name, next, ino, type: view.getUint8(at + 20) });
    at += 24 + length;
  }
  return entries;
}
