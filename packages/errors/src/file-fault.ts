import { messageOf } from "./message-of.ts";

const faults: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["ENOTDIR", "a part of its path is no folder"],
  ["EISDIR", "it is a folder"],
  ["EEXIST", "a part of its path is no folder"],
  ["EACCES", "there is no permission"],
  ["EPERM", "there is no permission"],
  ["EROFS", "the file system cannot be written"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk is full"],
  ["EFBIG", "it would be larger than a file may be here"],
  ["ENAMETOOLONG", "its name is too long"],
  ["ELOOP", "its symbolic links lead round in a circle"],
  ["EMFILE", "too many files are open"],
]);

/** What the system says against a file, as a person would; of anything else that was thrown, its message. */
export function fileFault(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return faults.get(code) ?? messageOf(cause);
}
