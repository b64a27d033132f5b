import { ResultError } from "@polyplug/errors";
import { maxHeaderBytes, maxHttpExchanges } from "../limits.ts";
import { isForbiddenHeader, isHeaderValue, isToken } from "./header-names.ts";
import { HttpExchange } from "./http-exchange.ts";
import type { HttpGrant } from "./http-grant.ts";
import { type HttpPolicy, readHttpPolicy } from "./http-policy.ts";
import type { HttpHead, HttpRequest, HttpTransport } from "./http-transport.ts";
import { allowedUrl } from "./origins.ts";

/** An {@link HttpTransport} on a thread that must not wait: promises are in place of what it would wait for. */
export type HttpExchanges = {
  readonly [Name in keyof HttpTransport]: HttpTransport[Name] extends (...args: infer Args) => infer Answer
    ? Name extends "send" | "close"
      ? HttpTransport[Name]
      : (...args: Args) => Promise<Answer>
    : never;
} & {
  /** Ends all exchanges, for good. The plugin should have ended. */
  release(): void;
};

/**
 * Sends what a plugin asks for by `fetch`, under its grant of `http`: this is where every request is looked at, whoever
 * sent it on. Throws `bad-argument` for what is no grant.
 */
export function openHttpExchanges(plugin: string, grant: HttpGrant): HttpExchanges {
  return new FetchExchanges(readHttpPolicy(plugin, grant));
}

class FetchExchanges implements HttpExchanges {
  readonly #policy: HttpPolicy;
  readonly #exchanges = new Map<number, HttpExchange>();
  #count = 0;

  constructor(policy: HttpPolicy) {
    this.#policy = policy;
  }

  send(request: HttpRequest): number {
    const { origins, timeout, maxRequest, maxResponse } = this.#policy;
    const { method, scheme, authority, path, headers, body } = request;
    const url = allowedUrl(origins, scheme, authority, path);
    if (url === undefined) throw new ResultError({ tag: "HTTP-request-denied" });
    if (!isToken(method) || /^(connect|trace|track)$/i.test(method)) refuse("HTTP-request-method-invalid");
    if (body.length > 0 && /^(get|head)$/i.test(method)) refuse("HTTP-request-method-invalid");
    if (body.length > maxRequest) throw new ResultError({ tag: "HTTP-request-body-size", val: BigInt(maxRequest) });
    let headerBytes = 0;
    for (const [name, value] of headers) {
      if (!isToken(name) || isForbiddenHeader(name) || !isHeaderValue(value)) refuse("HTTP-request-denied");
      headerBytes += name.length + value.length;
    }
    if (headerBytes > maxHeaderBytes) {
      throw new ResultError({ tag: "HTTP-request-header-section-size", val: maxHeaderBytes });
    }
    if (this.#exchanges.size >= maxHttpExchanges) refuse("connection-limit-reached");
    const bounds = {
      headTimeout: Math.min(timeout, request.headTimeout ?? timeout),
      pieceTimeout: Math.min(timeout, request.pieceTimeout ?? timeout),
      maxResponse,
    };
    this.#count++;
    this.#exchanges.set(this.#count, new HttpExchange(url, request, bounds));
    return this.#count;
  }

  async wait(exchanges: readonly number[], milliseconds: number | undefined): Promise<readonly number[]> {
    const waiting = exchanges.map((exchange) => this.#find(exchange).next);
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (milliseconds !== undefined) {
      const { timeout } = this.#policy;
      waiting.push(
        new Promise((resolve) => {
          // Nothing that is waited for takes longer than the policy's timeout.
          timer = setTimeout(resolve, Math.min(milliseconds, 2 * timeout), { kind: "end" });
        }),
      );
    }
    await Promise.race(waiting);
    clearTimeout(timer);
    return exchanges.filter((exchange) => this.#exchanges.get(exchange)?.event !== undefined);
  }

  async receive(exchange: number): Promise<HttpHead> {
    return await this.#find(exchange).receive();
  }

  async read(exchange: number, maxBytes: number): Promise<Uint8Array | undefined> {
    return await this.#find(exchange).read(maxBytes);
  }

  close(exchange: number): void {
    this.#exchanges.get(exchange)?.close();
    this.#exchanges.delete(exchange);
  }

  release(): void {
    for (const exchange of this.#exchanges.keys()) this.close(exchange);
  }

  #find(exchange: number): HttpExchange {
    const found = this.#exchanges.get(exchange);
    if (found === undefined) throw new ResultError({ tag: "internal-error" });
    return found;
  }
}

function refuse(tag: "HTTP-request-denied" | "HTTP-request-method-invalid" | "connection-limit-reached"): never {
  throw new ResultError({ tag });
}
