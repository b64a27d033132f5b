import { ResultError } from "@polyplug/errors";
import { maxTransferBytes } from "../limits.ts";
import { u64 } from "./argument.ts";
import { IoError } from "./io-error.ts";
import { type Awaited, Pollable } from "./pollable.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { Resource, serveMethods } from "./resource.ts";
import { StreamFailure } from "./stream-failure.ts";

const nothing = new Uint8Array();

/** Where an input stream reads from. */
export interface ByteSource {
  /** At most `maxBytes` bytes, an empty array if there are none yet, or undefined at the end. */
  read(maxBytes: number): Uint8Array | undefined;
  /** Zero at the end, and above as long as it is not known to be reached. */
  readonly available: number;
  /** What tells when there is something to read. Left out where that is always so. */
  readonly awaited?: Awaited;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/streams.wit | wasi:io/streams, input-stream}. */
export class InputStream extends Resource {
  static override readonly wit: string = "wasi:io/streams#input-stream";
  readonly input: ByteSource;
  #failed = false;

  constructor(process: Preview2Process, input: ByteSource, parent?: Resource) {
    super(process, parent);
    this.input = input;
  }

  read(length: bigint): Uint8Array {
    const size = u64(length) < maxTransferBytes ? Number(length) : maxTransferBytes;
    // A read of nothing must not take anything from the source, nor wait for it.
    const chunk = this.#failed
      ? undefined
      : size > 0
        ? this.#take(size)
        : this.input.available > 0
          ? nothing
          : undefined;
    if (chunk === undefined) throw new ResultError({ tag: "closed" });
    return chunk;
  }

  /** A source that has nothing yet is asked once: there is nothing to wait on that would tell when it has. */
  blockingRead(length: bigint): Uint8Array {
    const chunk = this.read(length);
    if (chunk.length > 0 || length === 0n) return chunk;
    return this.#fail(new StreamFailure("there is nothing to read yet", { file: "would-block" }));
  }

  skip(length: bigint): bigint {
    return BigInt(this.read(length).length);
  }

  blockingSkip(length: bigint): bigint {
    return BigInt(this.blockingRead(length).length);
  }

  subscribe(): Pollable {
    return new Pollable(this.process, this.input.awaited ?? 0n, this);
  }

  #take(size: number): Uint8Array | undefined {
    try {
      return this.input.read(size);
    } catch (thrown) {
      if (!(thrown instanceof StreamFailure)) throw thrown;
      this.#failed = true;
      return this.#fail(thrown);
    }
  }

  #fail({ text, codes }: StreamFailure): never {
    throw new ResultError({ tag: "last-operation-failed", val: new IoError(this.process, text, codes) });
  }

  static {
    serveMethods(InputStream);
  }
}
