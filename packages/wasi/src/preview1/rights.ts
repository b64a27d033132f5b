import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";

/**
 * What a descriptor may be used for. C libraries look at them and programs drop them; what a plugin may do is decided by
 * its grant alone. All of them fit into 32 bits.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#rights | rights}.
 */
export const rights = {
  fdDatasync: 0x1,
  fdRead: 0x2,
  fdSeek: 0x4,
  fdFdstatSetFlags: 0x8,
  fdSync: 0x10,
  fdTell: 0x20,
  fdWrite: 0x40,
  fdAdvise: 0x80,
  fdAllocate: 0x100,
  pathCreateDirectory: 0x200,
  pathCreateFile: 0x400,
  pathLinkSource: 0x800,
  pathLinkTarget: 0x1000,
  pathOpen: 0x2000,
  fdReaddir: 0x4000,
  pathReadlink: 0x8000,
  pathRenameSource: 0x10000,
  pathRenameTarget: 0x20000,
  pathFilestatGet: 0x40000,
  pathFilestatSetSize: 0x80000,
  pathFilestatSetTimes: 0x100000,
  fdFilestatGet: 0x200000,
  fdFilestatSetSize: 0x400000,
  fdFilestatSetTimes: 0x800000,
  pathSymlink: 0x1000000,
  pathRemoveDirectory: 0x2000000,
  pathUnlinkFile: 0x4000000,
  pollFdReadwrite: 0x8000000,
} as const;

const stream = rights.fdFdstatSetFlags | rights.fdFilestatGet | rights.pollFdReadwrite;

/** No right to seek or tell: that is how wasi-libc's `isatty` knows a terminal from a device with a position. */
export const inputRights: number = stream | rights.fdRead;
export const outputRights: number = stream | rights.fdWrite;

export const fileRights: number =
  stream |
  rights.fdRead |
  rights.fdWrite |
  rights.fdSeek |
  rights.fdTell |
  rights.fdSync |
  rights.fdDatasync |
  rights.fdAdvise |
  rights.fdAllocate |
  rights.fdFilestatSetSize |
  rights.fdFilestatSetTimes;

export const directoryRights: number =
  rights.pathCreateDirectory |
  rights.pathCreateFile |
  rights.pathLinkSource |
  rights.pathLinkTarget |
  rights.pathOpen |
  rights.fdReaddir |
  rights.pathReadlink |
  rights.pathRenameSource |
  rights.pathRenameTarget |
  rights.pathFilestatGet |
  rights.pathFilestatSetSize |
  rights.pathFilestatSetTimes |
  rights.fdFilestatGet |
  rights.fdFilestatSetTimes |
  rights.pathSymlink |
  rights.pathRemoveDirectory |
  rights.pathUnlinkFile;

/** E76 for what the guest gave up the right to. */
export function demand({ rightsBase }: { readonly rightsBase: number }, wanted: number): void {
  if ((rightsBase & wanted) !== wanted) throw new ErrnoSignal(errno.notcapable);
}
