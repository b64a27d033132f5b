/** A source file that may be longer than the others. */
export interface LongFile {
  readonly path: string;
  /** Why it is one piece: a dense table, one hot loop. */
  readonly reason: string;
}

export const longFiles: readonly LongFile[] = [];
