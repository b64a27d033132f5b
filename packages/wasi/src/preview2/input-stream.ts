import { ResultError } from "@polyplug/errors";
import { maxTransferBytes } from "../limits.ts";
import { u64 } from "./argument.ts";
import { IoError } from "./io-error.ts";
import { Pollable } from "./pollable.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { Resource, serveMethods } from "./resource.ts";

/** Where an input stream reads from. */
export interface ByteSource {
  /** At most `maxBytes` bytes, an empty array if there are none yet, or undefined at the end. */
  read(maxBytes: number): Uint8Array | undefined;
  /** Zero at the end, and above as long as it is not known to be reached. */
  readonly available: number;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/streams.wit | wasi:io/streams, input-stream}. */
export class InputStream extends Resource {
  static override readonly wit: string = "wasi:io/streams#input-stream";
  readonly input: ByteSource;

  constructor(process: Preview2Process, input: ByteSource) {
    super(process);
    this.input = input;
  }

  read(length: bigint): Uint8Array {
    const size = u64(length) < maxTransferBytes ? Number(length) : maxTransferBytes;
    // A read of nothing must not take anything from the source, nor wait for it.
    const chunk = size > 0 ? this.input.read(size) : this.input.available > 0 ? new Uint8Array() : undefined;
    if (chunk === undefined) throw new ResultError({ tag: "closed" });
    return chunk;
  }

  /** A source that has nothing yet is asked once: there is nothing to wait on that would tell when it has. */
  blockingRead(length: bigint): Uint8Array {
    const chunk = this.read(length);
    if (chunk.length > 0 || length === 0n) return chunk;
    const error = new IoError(this.process, "there is nothing to read yet", "would-block");
    throw new ResultError({ tag: "last-operation-failed", val: error });
  }

  skip(length: bigint): bigint {
    return BigInt(this.read(length).length);
  }

  blockingSkip(length: bigint): bigint {
    return BigInt(this.blockingRead(length).length);
  }

  subscribe(): Pollable {
    return new Pollable(this.process, 0n, this);
  }

  static {
    serveMethods(InputStream);
  }
}
