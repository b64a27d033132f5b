import { messageOf } from "@polyplug/errors";

const faults: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["ENOTDIR", "a part of its path is no folder"],
  ["EISDIR", "it is a folder"],
  ["EEXIST", "a part of its path is no folder"],
  ["EACCES", "there is no permission"],
  ["EPERM", "there is no permission"],
  ["EROFS", "the file system cannot be written"],
  ["ENOSPC", "the disk is full"],
]);

/** What the system says against a file, as a person would. */
export function fileFault(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return faults.get(code) ?? messageOf(cause);
}
