import { ResultError } from "@polyplug/errors";
import { fetchFailure } from "./fetch-failure.ts";
import { isForbiddenHeader } from "./header-names.ts";
import type { HttpErrorCode } from "./http-error-code.ts";
import type { HttpHead, HttpHeader, HttpRequest } from "./http-transport.ts";

/** What comes next of an exchange: the head, then pieces, then nothing, or why there is no more. */
type Event =
  | { readonly kind: "head"; readonly head: HttpHead }
  | { readonly kind: "piece"; readonly bytes: Uint8Array }
  | { readonly kind: "end" }
  | { readonly kind: "failure"; readonly code: HttpErrorCode };

/** How long a response may take, in milliseconds, and how large it may be. */
export interface ExchangeBounds {
  readonly headTimeout: number;
  readonly pieceTimeout: number;
  readonly maxResponse: number;
}

/** One request and its response. Of the body one piece is read ahead, so that it is known whether there is any. */
export class HttpExchange {
  readonly #bounds: ExchangeBounds;
  readonly #abort = new AbortController();
  /** Settles when there is something to take. It is never rejected. */
  next: Promise<Event>;
  /** What there is to take. */
  event: Event | undefined;
  #body: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #received = 0;

  constructor(url: string, request: HttpRequest, bounds: ExchangeBounds) {
    this.#bounds = bounds;
    this.next = this.#expect(bounds.headTimeout, "HTTP-response-timeout", () => this.#begin(url, request));
  }

  async receive(): Promise<HttpHead> {
    const event = await this.next;
    if (event.kind === "head") {
      this.#goOn();
      return event.head;
    }
    throw new ResultError(event.kind === "failure" ? event.code : { tag: "internal-error" });
  }

  async read(maxBytes: number): Promise<Uint8Array | undefined> {
    const event = await this.next;
    if (event.kind === "end") return undefined;
    if (event.kind === "failure") throw new ResultError(event.code);
    if (event.kind === "head") throw new ResultError({ tag: "internal-error" });
    const { bytes } = event;
    if (bytes.length <= maxBytes) {
      this.#goOn();
      return bytes;
    }
    this.event = { kind: "piece", bytes: bytes.subarray(maxBytes) };
    this.next = Promise.resolve(this.event);
    return bytes.subarray(0, maxBytes);
  }

  close(): void {
    this.#abort.abort();
  }

  async #begin(url: string, { method, headers, body }: HttpRequest): Promise<Event> {
    const response = await fetch(url, {
      method,
      headers: headersOf(headers),
      body: body.length > 0 ? new Uint8Array(body) : null,
      // A redirect is the plugin's to follow, by a request that is looked at like this one.
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: this.#abort.signal,
    });
    // What a browser's page gets in place of a redirect says nothing of it.
    if (response.type === "opaqueredirect") return { kind: "failure", code: { tag: "HTTP-request-denied" } };
    this.#body = response.body?.getReader();
    return { kind: "head", head: { status: response.status, headers: receivedHeaders(response.headers) } };
  }

  #goOn(): void {
    this.next = this.#expect(this.#bounds.pieceTimeout, "connection-read-timeout", () => this.#readPiece());
  }

  async #readPiece(): Promise<Event> {
    const { maxResponse } = this.#bounds;
    for (;;) {
      if (this.#received > maxResponse) {
        this.close();
        return { kind: "failure", code: { tag: "HTTP-response-body-size", val: BigInt(maxResponse) } };
      }
      const { done, value } = (await this.#body?.read()) ?? { done: true, value: undefined };
      if (done || value === undefined) return { kind: "end" };
      if (value.length === 0) continue;
      const room = maxResponse - this.#received;
      this.#received += value.length;
      if (room > 0) return { kind: "piece", bytes: value.subarray(0, room) };
    }
  }

  /** Waits for `work`, and ends the exchange when that takes too long or fails. */
  async #expect(milliseconds: number, late: HttpErrorCode["tag"], work: () => Promise<Event>): Promise<Event> {
    this.event = undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.close();
    }, milliseconds);
    try {
      this.event = await work();
    } catch (thrown) {
      this.close();
      this.event = { kind: "failure", code: isLate ? { tag: late } : fetchFailure(thrown) };
    } finally {
      clearTimeout(timer);
    }
    return this.event;
  }
}

/** Values are bytes, and a text of which each character is one of them is what `fetch` takes for that. */
function headersOf(headers: readonly HttpHeader[]): Headers {
  const sent = new Headers();
  for (const [name, value] of headers) {
    // The body is there as a whole, and its length is known better.
    if (name.toLowerCase() !== "content-length") sent.append(name, String.fromCharCode(...value));
  }
  // What would be compressed would come decompressed, and larger than what was sent.
  if (!sent.has("accept-encoding")) sent.set("accept-encoding", "identity");
  return sent;
}

function receivedHeaders(headers: Headers): HttpHeader[] {
  // What was decompressed on the way is of another length, and in no coding any more.
  const isDecoded = headers.has("content-encoding");
  return [...headers]
    .filter(([name]) => !isForbiddenHeader(name) && !(isDecoded && /^content-(encoding|length)$/.test(name)))
    .map(([name, value]) => [name, Uint8Array.from(value, (character) => character.charCodeAt(0))]);
}
