import type { HttpErrorCode } from "../http/http-error-code.ts";

/** Why a stream's last operation failed, in the words of the interfaces that look at its error. */
export interface FailureCodes {
  readonly file?: string | undefined;
  readonly http?: HttpErrorCode | undefined;
}

/** Thrown by what is behind a stream, which closes it and becomes the error that the guest gets. */
export class StreamFailure {
  readonly text: string;
  readonly codes: FailureCodes;

  constructor(text: string, codes: FailureCodes) {
    this.text = text;
    this.codes = codes;
  }
}
