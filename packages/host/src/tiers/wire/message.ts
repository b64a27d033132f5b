import { type Area, AreaFull } from "./area.ts";

/**
 * What host and guest say to each other. They take turns: whoever has said something is silent until the other has, so
 * that one area serves both.
 */
export const said = {
  /** Guest: its program runs, and knows of no plugin yet. */
  started: 8,
  /** Host: load this plugin. What that takes has been handed over. */
  load: 9,
  /** Guest: the plugin is linked and compiled, and nothing of it has run. */
  linked: 10,
  /** Host: run what sets it up. */
  setUp: 11,
  /** Host: call the export of this index. The body has the arguments. */
  call: 1,
  /** Host: what the function that the guest called gives. */
  answer: 2,
  /** Host: the function that the guest called failed. The body is a fault. */
  refusal: 3,
  /** Guest: what the export gives. The index is how many pages of memory the plugin has. */
  reply: 4,
  /** Guest: the call failed; the index is 1 where the plugin has ended with it. The body is a fault. */
  failure: 5,
  /** Guest: call the host's function of this index. The body has the arguments. */
  hostCall: 6,
  /** Guest: the plugin is loaded; the index is as that of a reply. */
  ready: 7,
} as const;

export type Said = (typeof said)[keyof typeof said];

/** Bytes of a page, of which the guest says how many its plugin has. */
export const pageBytes = 65_536;

/** What was said, or is about to be; its body lies in the line's area. */
export interface Message {
  readonly kind: number;
  readonly index: number;
}

/** What both ends of a line have. */
export interface Line {
  /** Where the values of the message lie that was taken last, and those of the one that is said next are written. */
  readonly area: Area;
  /** Takes an area of so many bytes at least; what was in the last one is gone. */
  grow(bytes: number): void;
  /** Says something; the body is what was written to the area. It is the other's turn then. */
  say(kind: Said, index: number): void;
}

/** Writes into the area of a line, in a larger one where that is too small. */
export function writing<T>(line: Pick<Line, "area" | "grow">, write: (area: Area) => T): T {
  for (;;) {
    try {
      return write(line.area);
    } catch (error) {
      if (!(error instanceof AreaFull)) throw error;
      line.grow(error.needed);
    }
  }
}
