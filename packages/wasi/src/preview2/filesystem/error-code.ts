import { ResultError } from "@polyplug/errors";
import { TreeError, type TreeErrorCode } from "../../tree/tree-error.ts";

/** There is none for too many open files; a quota is what it is. */
const errorCodes: Readonly<Record<TreeErrorCode, string>> = {
  busy: "busy",
  exist: "exist",
  inval: "invalid",
  isdir: "is-directory",
  loop: "loop",
  mfile: "quota",
  nametoolong: "name-too-long",
  noent: "no-entry",
  nospc: "insufficient-space",
  notcapable: "not-permitted",
  notdir: "not-directory",
  notempty: "not-empty",
  perm: "not-permitted",
  rofs: "read-only",
  xdev: "cross-device",
};

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types, error-code}. */
export function errorCodeOf({ code }: TreeError): string {
  return errorCodes[code];
}

/** What a function of files answers with, where it threw what the tree has to say. */
export function fileAnswer(thrown: unknown): unknown {
  return thrown instanceof TreeError ? new ResultError(errorCodeOf(thrown)) : thrown;
}
