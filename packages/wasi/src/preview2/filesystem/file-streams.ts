import type { OutputStream } from "../../capabilities/output.ts";
import type { FileHandle } from "../../tree/file-handle.ts";
import { TreeError } from "../../tree/tree-error.ts";
import type { ByteSource } from "../input-stream.ts";
import { StreamFailure } from "../stream-failure.ts";
import { errorCodeOf } from "./error-code.ts";

/** Reads on from an offset. Once it has come to the end it stays there, also when the file grows. */
export class FileSource implements ByteSource {
  readonly #file: FileHandle;
  #offset: number;
  #ended = false;

  constructor(file: FileHandle, offset: number) {
    this.#file = file;
    this.#offset = offset;
  }

  /** Only reading tells whether there is something. */
  get available(): number {
    return this.#ended ? 0 : 1;
  }

  read(maxBytes: number): Uint8Array | undefined {
    if (this.#ended) return undefined;
    const bytes = this.#file.read(this.#offset, maxBytes);
    this.#offset += bytes.length;
    this.#ended = bytes.length === 0;
    return this.#ended ? undefined : bytes;
  }
}

/** Writes on from an offset. */
export function fileSink(file: FileHandle, offset: number): OutputStream {
  let next = offset;
  return {
    terminal: false,
    write: (chunk) => {
      orFailure(() => file.write(next, chunk));
      next += chunk.length;
    },
  };
}

/** Writes to wherever the end is by then. */
export function appendingSink(file: FileHandle): OutputStream {
  return { terminal: false, write: (chunk) => orFailure(() => file.append(chunk)) };
}

function orFailure(write: () => unknown): void {
  try {
    write();
  } catch (thrown) {
    if (!(thrown instanceof TreeError)) throw thrown;
    const file = errorCodeOf(thrown);
    throw new StreamFailure(`the file cannot be written to: ${file}`, { file });
  }
}
