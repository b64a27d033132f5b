import type { Preview2Process } from "./preview2-process.ts";
import { Resource, serveMethods } from "./resource.ts";
import type { FailureCodes } from "./stream-failure.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/error.wit | wasi:io/error}. */
export class IoError extends Resource {
  static override readonly wit: string = "wasi:io/error#error";
  readonly text: string;
  /** What `filesystem-error-code`, from which C libraries take their error number, and `http-error-code` make of it. */
  readonly codes: FailureCodes;

  constructor(process: Preview2Process, text: string, codes: FailureCodes) {
    super(process);
    this.text = text;
    this.codes = codes;
  }

  toDebugString(): string {
    return this.text;
  }

  static {
    serveMethods(IoError);
  }
}
