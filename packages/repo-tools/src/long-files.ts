/** A source file that may be longer than the others. */
export interface LongFile {
  readonly path: string;
  /** Why it is one piece: a dense table, one hot loop. */
  readonly reason: string;
}

export const longFiles: readonly LongFile[] = [
  { path: "sdk-go/tuple.go", reason: "one type for each number of elements, for Go has no type of any number of them" },
];
