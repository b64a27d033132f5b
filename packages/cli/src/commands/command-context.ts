import type { Report } from "../report.ts";

/** What a command gets from the program that it is part of. */
export interface CommandContext {
  /** Whether `--json` was given; known when a command acts, not before. */
  json(): boolean;
  /** Takes what the command has to say. */
  finish(report: Report): void;
}
