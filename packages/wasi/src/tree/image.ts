/**
 * What a tree begins with: plain data that nobody changes, so that any number of plugins share it and another thread can
 * be handed a clone. Names are keys of maps and never of objects.
 */
export type Image = FileImage | DirectoryImage | SymlinkImage;

export interface FileImage {
  readonly kind: "file";
  readonly bytes: Uint8Array;
  /** Nanoseconds since 1970; undefined for the time at which a plugin gets the tree. */
  readonly modified?: bigint | undefined;
}

export interface DirectoryImage {
  readonly kind: "directory";
  readonly entries: ReadonlyMap<string, Image>;
  readonly modified?: bigint | undefined;
}

export interface SymlinkImage {
  readonly kind: "symlink";
  /** A path relative to the directory that the link is in. */
  readonly target: string;
  readonly modified?: bigint | undefined;
}

/** A directory of the guest's that it finds open when it starts. */
export interface MountImage {
  /** As the guest names it: absolute, without `.`, `..` and empty components. */
  readonly path: string;
  readonly root: DirectoryImage;
  readonly readOnly: boolean;
}
