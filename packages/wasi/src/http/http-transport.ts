import type { HttpErrorCode } from "./http-error-code.ts";

export type HttpHeader = readonly [name: string, value: Uint8Array];

/** A request as a plugin made it; nobody has looked yet whether it may be sent. */
export interface HttpRequest {
  readonly method: string;
  /** `http` or `https`, or what else the plugin wrote. */
  readonly scheme: string;
  /** `host` or `host:port`. */
  readonly authority: string;
  /** From the first slash on. */
  readonly path: string;
  readonly headers: readonly HttpHeader[];
  readonly body: Uint8Array;
  /** Milliseconds that the plugin would wait for the head of the response. */
  readonly headTimeout: number | undefined;
  /** Milliseconds that it would wait for each piece of the body. */
  readonly pieceTimeout: number | undefined;
}

/** What a response begins with. */
export interface HttpHead {
  readonly status: number;
  readonly headers: readonly HttpHeader[];
}

/**
 * Sends the requests of a plugin that waits for what it asks: each function gives its answer when there is one. Whatever
 * goes wrong with a request is a `ResultError` with an {@link HttpErrorCode}.
 */
export interface HttpTransport {
  /** Begins to send a request, or refuses it, and gives the number by which the exchange is known. Does not wait. */
  send(request: HttpRequest): number;
  /**
   * Waits until one of the exchanges has something that was not taken: the head of its response, a piece of its body, the
   * end of it or a failure. Gives all that have; none where that takes longer than so many milliseconds.
   */
  wait(exchanges: readonly number[], milliseconds: number | undefined): readonly number[];
  /** The head of the response. */
  receive(exchange: number): HttpHead;
  /** At most so many bytes of the body that come next, or undefined at its end. */
  read(exchange: number, maxBytes: number): Uint8Array | undefined;
  /** Ends an exchange, wherever it is. Does not wait. */
  close(exchange: number): void;
}
