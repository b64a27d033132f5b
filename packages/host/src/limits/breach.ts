/** A limit that a call went beyond, as errors tell of it. */
export interface Breach {
  readonly code: "time-limit" | "memory-limit";
  readonly path: string;
  readonly reason: string;
}

/** What a call went beyond that took longer than so many milliseconds, whoever ended it. */
export function lateBreach(milliseconds: number): Breach {
  const reason = `limits.time: it ran for longer than the ${milliseconds} ms that a call may take`;
  return { code: "time-limit", path: "limits.time", reason };
}
