import { ResultError } from "@polyplug/errors";
import type { HttpErrorCode } from "../../http/http-error-code.ts";
import type { HttpHead, HttpRequest, HttpTransport } from "../../http/http-transport.ts";
import type { ByteSource } from "../input-stream.ts";
import type { Awaited } from "../pollable.ts";
import { StreamFailure } from "../stream-failure.ts";

/** A request on its way and the response to it, for as long as a guest has some part of that. */
export class HttpCall implements Awaited, ByteSource {
  readonly #transport: HttpTransport;
  exchange: number | undefined;
  failure: HttpErrorCode | undefined;
  #arrived = false;
  #ended = false;

  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  get ready(): boolean {
    return this.#arrived || this.#ended || this.failure !== undefined;
  }

  get awaited(): Awaited {
    return this;
  }

  get available(): number {
    return this.#ended ? 0 : 1;
  }

  arrived(): void {
    this.#arrived = true;
  }

  giveUp(): void {
    this.fail("the request was not finished when its response was waited for");
  }

  send(request: HttpRequest): void {
    try {
      this.exchange = this.#transport.send(request);
    } catch (thrown) {
      this.failure = failureOf(thrown);
    }
  }

  fail(reason: string): void {
    if (this.exchange === undefined) this.failure ??= { tag: "internal-error", val: reason };
  }

  /** Waits for the head of the response; undefined where there is a failure instead. */
  receive(): HttpHead | undefined {
    if (this.exchange === undefined || this.failure !== undefined) return undefined;
    try {
      return this.#transport.receive(this.exchange);
    } catch (thrown) {
      this.failure = failureOf(thrown);
      return undefined;
    } finally {
      this.#arrived = false;
    }
  }

  /** Waits for what comes next of the body. */
  read(maxBytes: number): Uint8Array | undefined {
    if (this.#ended || this.exchange === undefined) return undefined;
    this.#arrived = false;
    try {
      const piece = this.#transport.read(this.exchange, maxBytes);
      if (piece === undefined) this.close();
      return piece;
    } catch (thrown) {
      this.failure = failureOf(thrown);
      this.close();
      throw new StreamFailure(`the response is not complete: ${this.failure.tag}`, { http: this.failure });
    }
  }

  /** Nobody asks for more of it. */
  close(): void {
    if (this.exchange !== undefined && !this.#ended) this.#transport.close(this.exchange);
    this.#ended = true;
  }
}

function failureOf(thrown: unknown): HttpErrorCode {
  if (ResultError.is(thrown)) return thrown.payload as HttpErrorCode;
  throw thrown;
}
