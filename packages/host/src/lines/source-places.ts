import { DebugBytes, Unreadable } from "./debug-bytes.ts";
import { type DebugStrings, fileName } from "./file-name.ts";
import { type LineHeader, readLineHeader } from "./line-header.ts";
import { type LineRow, runLineProgram } from "./line-rows.ts";

/** The sections of a module that say of which lines its code is. */
export interface DebugSections extends DebugStrings {
  /** `.debug_line` */
  readonly lines: Uint8Array;
}

/** Bytes of line number programs that are gone through, which takes a quarter of a second. Large plugins have a tenth. */
const longestPrograms = 2 ** 24;

/**
 * Where in their sources some addresses are, counted from the content of the code section: `plugin.c:12:5`. Those that no
 * line is said of are left out. What cannot be read ends the search: a trap is told of without lines then.
 */
export function sourcePlaces(sections: DebugSections, addresses: readonly number[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  let wanted = [...new Set(addresses)].sort((a, b) => a - b);
  const { lines } = sections;
  const programs = new DebugBytes(lines, 0, Math.min(lines.length, longestPrograms));
  try {
    while (!programs.isAtEnd && wanted.length > 0) {
      const header = readLineHeader(programs);
      const rows = rowsOf(header, wanted);
      for (const [address, { file, line, column }] of rows) {
        const name = fileName(header, file, sections);
        if (name !== undefined) places.set(address, `${name}:${line}${column === 0 ? "" : `:${column}`}`);
      }
      wanted = wanted.filter((address) => !rows.has(address));
    }
  } catch (error) {
    // The specification has a broken custom section ignored, and here it must not take the trap's place.
    if (!(error instanceof Unreadable)) throw error;
  }
  return places;
}

/** By addresses, which are given in their order, the rows that they are in. */
function rowsOf(header: LineHeader, wanted: readonly number[]): ReadonlyMap<number, LineRow> {
  const found = new Map<number, LineRow>();
  runLineProgram(header, (row, end) => {
    if (row.line === 0) return;
    for (let at = firstFrom(row.address, wanted); at < wanted.length; at++) {
      const address = wanted[at];
      if (address === undefined || address >= end) return;
      if (!found.has(address)) found.set(address, { ...row });
    }
  });
  return found;
}

/** The place of the first number from `least` on, of numbers in their order. */
function firstFrom(least: number, numbers: readonly number[]): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
