/** What the world `calls` of the bench's guest exports, in whatever way. */
export interface Calls {
  add(a: number, b: number): number;
  echo(text: string): string;
  echoBytes(data: Uint8Array): Uint8Array;
  echoRows(rows: readonly Score[]): readonly Score[];
  tickOften(times: number): number;
  noteOften(times: number): void;
}

/** `row` of the world. */
export interface Score {
  readonly id: number;
  readonly name: string;
  readonly score: number;
}

/** What the world `calls` imports. */
export interface CallsImports {
  tick(n: number): number;
  note(text: string): void;
}

/** The functions of the host are the same for everybody, and do next to nothing. */
export const hostFunctions: CallsImports = {
  tick: (n) => n + 1,
  note: (text) => {
    if (text.length !== 5) throw new Error(`got ${JSON.stringify(text)}`);
  },
};
