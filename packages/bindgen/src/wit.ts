/** One file of a WIT package. */
export interface WitSource {
  /** Messages name it, and folders in it say whose the file is: see {@link Wit}. */
  readonly path: string;
  readonly text: string;
}

/**
 * A WIT package: the text of its one file, or its files and those of the packages it depends on.
 *
 * As everywhere with WIT, a dependency is a file `deps/<name>.wit` or the files of a folder `deps/<name>`; folders below
 * that are not looked into. Every file without a folder `deps` in its path belongs to the package itself.
 */
export type Wit = string | readonly WitSource[];

/** What messages call the file of a package that was given as a text. */
const unnamed = "input.wit";

/** The files of a package. */
export function witSources(wit: Wit): WitSource[] {
  if (typeof wit === "string") return [{ path: unnamed, text: wit }];
  return wit.map(({ path, text }) => ({ path, text }));
}
