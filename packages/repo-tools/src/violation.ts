/** One breach of a rule. */
export interface Violation {
  /** Where, from the root of the repository, with `/` between folders. */
  readonly path: string;
  /** From 1; absent where the whole file is meant. */
  readonly line?: number | undefined;
  /** What is wrong and what to do about it, in lower case and without a full stop. */
  readonly reason: string;
}

/** `packages/host/src/index.ts:3: imports …`, the form that terminals and editors make a link of. */
export function describeViolation({ path, line, reason }: Violation): string {
  return line === undefined ? `${path}: ${reason}` : `${path}:${line}: ${reason}`;
}
