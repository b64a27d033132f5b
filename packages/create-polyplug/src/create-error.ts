/** What kept a project from being made. The message is for people and says what to do. */
export class CreateError extends Error {
  override readonly name = "CreateError";
  readonly code: CreateErrorCode;

  constructor(code: CreateErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** `misused`: the command line; `refused`: the folder or its name; `failed`: writing or installing; `interrupted`: by Ctrl-C. */
export type CreateErrorCode = "misused" | "refused" | "failed" | "interrupted";

/** The statuses that the program ends with. */
export const exitCodes: Readonly<Record<CreateErrorCode, number>> = {
  misused: 2,
  refused: 1,
  failed: 1,
  interrupted: 130,
};
