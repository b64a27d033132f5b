import type { ListedEntry } from "./directory-listing.ts";
import { type Errno, errno } from "./errno.ts";
import type { GuestProcess } from "./guest-process.ts";
import { openDirectory } from "./open-directory.ts";
import { rights } from "./rights.ts";

const direntSize = 24;

/**
 * Fills the buffer to its end where there are entries enough, if need be with a part of one: that tells the guest to ask
 * again, for that entry too.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_readdir | fd_readdir}.
 */
export function fdReaddir(
  process: GuestProcess,
  fd: number,
  buffer: number,
  bufferLength: number,
  cookie: bigint,
  usedAt: number,
): Errno {
  const { memory } = process;
  memory.check(buffer, bufferLength);
  memory.check(usedAt, 4);
  const { listing } = openDirectory(process, fd, rights.fdReaddir);
  listing.seek(Number(cookie));
  let used = 0;
  for (let { next } = listing; next !== undefined && used < bufferLength; { next } = listing) {
    const dirent = encodeDirent(next);
    const fitting = dirent.subarray(0, bufferLength - used);
    memory.writeBytes(buffer + used, fitting);
    used += fitting.length;
    if (fitting.length === dirent.length) listing.skip();
  }
  memory.writeU32(usedAt, used);
  return errno.success;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#dirent | dirent}. */
function encodeDirent({ name, ino, filetype, cookie }: ListedEntry): Uint8Array {
  const encoded = new TextEncoder().encode(name);
  const bytes = new Uint8Array(direntSize + encoded.length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(cookie), true);
  view.setBigUint64(8, ino, true);
  view.setUint32(16, encoded.length, true);
  view.setUint8(20, filetype);
  bytes.set(encoded, direntSize);
  return bytes;
}
