/** A program for WASI preview1, below `packages/conformance/programs`. */
export interface BuiltProgram {
  /** Its folder's. */
  readonly name: string;
  readonly language: string;
  /** Where its sources, and what it is run with, lie. */
  readonly folder: string;
  /** Keeps its content for ever. A command, or a reactor that exports the program's `main` as `run`. */
  readonly path: string;
}
