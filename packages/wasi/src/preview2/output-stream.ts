import { ResultError } from "@polyplug/errors";
import type { OutputStream as Output } from "../capabilities/output.ts";
import { maxBlockingWriteBytes, maxTransferBytes } from "../limits.ts";
import { bytes, resource, u64 } from "./argument.ts";
import { InputStream } from "./input-stream.ts";
import { IoError } from "./io-error.ts";
import { Pollable } from "./pollable.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { Refusal } from "./refusal.ts";
import { Resource, serveMethods } from "./resource.ts";
import { StreamFailure } from "./stream-failure.ts";

/**
 * Everything that is written is passed on at once, so there is nothing to flush and always the same room: a write may be
 * as long as `check-write` would say, asked or not. A write to a file can fail, and that closes the stream.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/io/wit/streams.wit | wasi:io/streams, output-stream}.
 */
export class OutputStream extends Resource {
  static override readonly wit: string = "wasi:io/streams#output-stream";
  readonly output: Output;
  #closed = false;

  constructor(process: Preview2Process, output: Output, parent?: Resource) {
    super(process, parent);
    this.output = output;
  }

  checkWrite(): bigint {
    this.#checkOpen();
    return BigInt(maxTransferBytes);
  }

  write(contents: Uint8Array): void {
    this.#write(contents, maxTransferBytes);
  }

  blockingWriteAndFlush(contents: Uint8Array): void {
    this.#write(contents, maxBlockingWriteBytes);
  }

  flush(): void {
    this.#checkOpen();
  }

  blockingFlush(): void {
    this.#checkOpen();
  }

  subscribe(): Pollable {
    return new Pollable(this.process, 0n, this);
  }

  writeZeroes(length: bigint): void {
    this.#writeZeroes(length, maxTransferBytes);
  }

  blockingWriteZeroesAndFlush(length: bigint): void {
    this.#writeZeroes(length, maxBlockingWriteBytes);
  }

  splice(source: InputStream, length: bigint): bigint {
    this.#checkOpen();
    return this.#pass(resource(InputStream, source).read(length));
  }

  blockingSplice(source: InputStream, length: bigint): bigint {
    this.#checkOpen();
    return this.#pass(resource(InputStream, source).blockingRead(length));
  }

  #pass(chunk: Uint8Array): bigint {
    // The receiver may keep what it gets, and this is a part of what the host gave to be read.
    this.#put(chunk.slice());
    return BigInt(chunk.length);
  }

  #write(contents: Uint8Array, most: number): void {
    checkLength(bytes(contents).length, most);
    this.#put(contents);
  }

  #writeZeroes(length: bigint, most: number): void {
    checkLength(u64(length), most);
    this.#put(new Uint8Array(Number(length)));
  }

  #put(chunk: Uint8Array): void {
    this.#checkOpen();
    try {
      this.output.write(chunk);
    } catch (thrown) {
      if (!(thrown instanceof StreamFailure)) throw thrown;
      this.#closed = true;
      const error = new IoError(this.process, thrown.text, thrown.codes);
      throw new ResultError({ tag: "last-operation-failed", val: error });
    }
  }

  #checkOpen(): void {
    if (this.#closed) throw new ResultError({ tag: "closed" });
  }

  static {
    serveMethods(OutputStream);
  }
}

function checkLength(length: number | bigint, most: number): void {
  if (length > most) throw new Refusal("trap", ` with ${length} bytes, allowed are ${most}`);
}
