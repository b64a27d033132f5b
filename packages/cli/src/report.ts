/** What a command has to say, in both of its forms. */
export interface Report {
  readonly exitCode: number;
  /** For people, on stdout. */
  readonly stdout: string;
  /** For people, on stderr. */
  readonly stderr: string;
  /** The one document that `--json` prints instead of both. */
  readonly json: object;
}
