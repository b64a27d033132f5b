import { DebugBytes, Unreadable } from "./debug-bytes.ts";
import type { LineHeader } from "./line-header.ts";

/** Where texts of version 5 are. */
export interface DebugStrings {
  /** `.debug_str` */
  readonly strings: Uint8Array;
  /** `.debug_line_str` */
  readonly lineStrings: Uint8Array;
}

/** A directory or a file. */
interface Entry {
  readonly path: string;
  /** Of a file, which of the directories it is in. */
  readonly directory: number;
}

/** Reads a list to its end, and gives one of its entries, if it has that. The texts of the others are not even read. */
type ReadEntry = (names: DebugBytes, index: number) => Entry | undefined;

/**
 * A file of a line number program as the compiler was given it: below the directory that the compiler ran in, its path
 * from there.
 */
export function fileName({ names, version }: LineHeader, index: number, strings: DebugStrings): string | undefined {
  const [readDirectory, readFile]: [ReadEntry, ReadEntry] =
    version >= 5 ? [ofFormat(strings), ofFormat(strings)] : [oldDirectory, oldFile];
  const lists = names.copy();
  const working = readDirectory(lists, 0)?.path;
  const file = readFile(lists, index);
  if (file === undefined) return undefined;
  const directory = file.directory === 0 ? undefined : readDirectory(names.copy(), file.directory)?.path;
  const path = directory === undefined || file.path.startsWith("/") ? file.path : `${directory}/${file.path}`;
  return working !== undefined && path.startsWith(`${working}/`) ? path.slice(working.length + 1) : path;
}

/** Up to version 4, directories count from 1, and where the compiler ran is said elsewhere. */
function oldDirectory(names: DebugBytes, index: number): Entry | undefined {
  return oldEntry(names, index, () => 0);
}

function oldFile(names: DebugBytes, index: number): Entry | undefined {
  return oldEntry(names, index, () => {
    const directory = names.uleb();
    // When it was changed, and its size.
    names.uleb();
    names.uleb();
    return directory;
  });
}

function oldEntry(names: DebugBytes, index: number, readDirectory: () => number): Entry | undefined {
  let found: Entry | undefined;
  for (let at = 1; ; at++) {
    const text = names.copy();
    if (names.skipText() === 0) return found;
    const directory = readDirectory();
    if (at === index) found = { path: text.text(), directory };
  }
}

const [contentPath, contentDirectory] = [1, 2];

/** A list that says of what its entries consist. */
function ofFormat(strings: DebugStrings): ReadEntry {
  return (names, index) => {
    const format = Array.from({ length: names.u8() }, () => [names.uleb(), names.uleb()] as const);
    const count = names.uleb();
    // Entries without content take no bytes, and there may be any number of them.
    if (format.length === 0) return undefined;
    let found: Entry | undefined;
    for (let at = 0; at < count; at++) {
      const entry = { path: "", directory: 0 };
      for (const [content, form] of format) {
        const value = readForm(form, names);
        if (at !== index) continue;
        if (content === contentPath && typeof value === "object") entry.path = textAt(value, strings);
        if (content === contentDirectory && typeof value === "number") entry.directory = value;
      }
      if (at === index) found = entry;
    }
    return found;
  };
}

/** A text that has not been read. */
interface TextPlace {
  readonly section: keyof DebugStrings | DebugBytes;
  readonly at: number;
}

function textAt({ section, at }: TextPlace, strings: DebugStrings): string {
  return (typeof section === "string" ? new DebugBytes(strings[section], at) : section).text();
}

/** See {@link https://dwarfstd.org/doc/DWARF5.pdf | DWARF 5}, sections 6.2.4.1 and 7.5.6. */
function readForm(form: number, bytes: DebugBytes): TextPlace | number | undefined {
  switch (form) {
    case 0x05:
      return bytes.u16();
    case 0x06:
      return bytes.u32();
    case 0x07:
      bytes.skip(8);
      return undefined;
    case 0x08: {
      const section = bytes.copy();
      bytes.skipText();
      return { section, at: 0 };
    }
    case 0x09:
      bytes.skip(bytes.uleb());
      return undefined;
    case 0x0b:
      return bytes.u8();
    case 0x0e:
      return { section: "strings", at: bytes.u32() };
    case 0x0f:
      return bytes.uleb();
    case 0x1e:
      bytes.skip(16);
      return undefined;
    case 0x1f:
      return { section: "lineStrings", at: bytes.u32() };
    default:
      throw new Unreadable(`a file has a form ${form}`);
  }
}
