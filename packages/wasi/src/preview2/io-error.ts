import type { Preview2Process } from "./preview2-process.ts";
import { Resource, serveMethods } from "./resource.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/error.wit | wasi:io/error}. */
export class IoError extends Resource {
  static override readonly wit: string = "wasi:io/error#error";
  readonly text: string;
  /** What `filesystem-error-code` makes of it, from which C libraries take their error number. */
  readonly errorCode: string | undefined;

  constructor(process: Preview2Process, text: string, errorCode?: string) {
    super(process);
    this.text = text;
    this.errorCode = errorCode;
  }

  toDebugString(): string {
    return this.text;
  }

  static {
    serveMethods(IoError);
  }
}
