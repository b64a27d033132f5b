/** Why something cannot be done to a file tree, by the names that POSIX has for it, in lower case and without the E. */
export type TreeErrorCode =
  | "busy"
  | "exist"
  | "inval"
  | "isdir"
  | "loop"
  | "mfile"
  | "nametoolong"
  | "noent"
  | "nospc"
  | "notcapable"
  | "notdir"
  | "notempty"
  | "perm"
  | "rofs"
  | "xdev";

/**
 * Thrown by a file tree to whichever face of WASI asked; never seen outside. No Error, for a guest asks for files that
 * there are not by the thousand, and a stack would cost and tell nothing.
 */
export class TreeError {
  readonly code: TreeErrorCode;

  constructor(code: TreeErrorCode) {
    this.code = code;
  }
}
