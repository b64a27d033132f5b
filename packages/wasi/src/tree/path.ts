import { maxNameBytes, maxPathBytes } from "../limits.ts";
import { TreeError } from "./tree-error.ts";

const encoder = new TextEncoder();

/** The bytes of a well-formed text in UTF-8. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Refuses what is no path of the guest's: nothing at all, one with NUL, one that is absolute, one that is too long. Its
 * bound leaves room for C's NUL.
 *
 * See {@link https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap04.html#tag_04_16 | POSIX, Pathname Resolution}.
 */
export function checkPath(path: string): void {
  if (path === "") throw new TreeError("noent");
  if (isLonger(path, maxPathBytes - 1)) throw new TreeError("nametoolong");
  if (path.includes("\0")) throw new TreeError("inval");
  if (path.startsWith("/")) throw new TreeError("notcapable");
}

/** Refuses the name of an entry that is too long. */
export function checkName(name: string): void {
  if (isLonger(name, maxNameBytes)) throw new TreeError("nametoolong");
}

/** The components of a path in reverse, so that the next one is the last; slashes at the end are not looked at. */
export function componentsOf(path: string): string[] {
  return path
    .split("/")
    .filter((component) => component !== "")
    .reverse();
}

/** Whether a directory can have an entry of that name. */
export function isEntryName(name: string): boolean {
  if (name === "" || name === "." || name === "..") return false;
  return !/[/\0]|\p{Surrogate}/u.test(name) && !isLonger(name, maxNameBytes);
}

/**
 * Whether a symlink `depth` directories below a root leads to something within that root, wherever other such symlinks
 * lead: `..` is only at its beginning, where it leaves directories and no symlinks, and not more often than there are any.
 */
export function leadsWithin(target: string, depth: number): boolean {
  if (target === "" || target.startsWith("/") || target.includes("\0")) return false;
  const names = target.split("/").filter((name) => name !== "" && name !== ".");
  const down = names.findIndex((name) => name !== "..");
  const ups = down === -1 ? names.length : down;
  return ups <= depth && !names.slice(ups).includes("..");
}

/** Counts bytes only where characters do not tell: none has more than three bytes for each unit of UTF-16. */
function isLonger(text: string, most: number): boolean {
  return text.length > most || (text.length * 3 > most && utf8Length(text) > most);
}
