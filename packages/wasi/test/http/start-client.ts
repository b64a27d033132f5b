import { ResultError } from "@polyplug/errors";
import { createPreview2, type Grant, type HttpGrant, type Preview2 } from "@polyplug/wasi";
import { type InputStream, type OutputStream, type Pollable, textOf } from "../preview2/start-preview2.ts";
import { type BlockingHttp, startBlockingHttp } from "./blocking-http.ts";

export interface Fields {
  get(name: string): Uint8Array[];
  has(name: string): boolean;
  set(name: string, values: Uint8Array[]): void;
  delete(name: string): void;
  append(name: string, value: Uint8Array): void;
  entries(): [string, Uint8Array][];
  clone(): Fields;
  [Symbol.dispose](): void;
}

export interface OutgoingBody {
  write(): OutputStream;
  [Symbol.dispose](): void;
}

export interface OutgoingRequest {
  body(): OutgoingBody;
  setMethod(method: { tag: string; val?: string }): void;
  setPathWithQuery(path: string | undefined): void;
  setScheme(scheme: { tag: string; val?: string } | undefined): void;
  setAuthority(authority: string | undefined): void;
  pathWithQuery(): string | undefined;
  headers(): Fields;
  [Symbol.dispose](): void;
}

export interface IncomingBody {
  stream(): InputStream;
  [Symbol.dispose](): void;
}

export interface IncomingResponse {
  status(): number;
  headers(): Fields;
  consume(): IncomingBody;
  [Symbol.dispose](): void;
}

export type Result<Ok> = { tag: "ok"; val: Ok } | { tag: "err"; val?: unknown };

export interface FutureIncomingResponse {
  subscribe(): Pollable;
  get(): Result<Result<IncomingResponse>> | undefined;
  [Symbol.dispose](): void;
}

export interface Http {
  httpErrorCode(error: unknown): unknown;
  Fields: { new (): Fields; fromList(entries: [string, Uint8Array][]): Fields };
  OutgoingRequest: new (headers: Fields) => OutgoingRequest;
  RequestOptions: new () => { setFirstByteTimeout(duration: bigint | undefined): void };
  OutgoingBody: { finish(body: OutgoingBody, trailers: Fields | undefined): void };
  IncomingBody: { finish(body: IncomingBody): { get(): unknown } };
  ResponseOutparam: { set(param: unknown, response: unknown): void };
  OutgoingResponse: new (headers: Fields) => { setStatusCode(status: number): void; statusCode(): number };
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface StartedHttp {
  readonly wasi: Preview2;
  readonly types: Http;
  handle(request: OutgoingRequest, options?: unknown): FutureIncomingResponse;
  poll(pollables: Pollable[]): number[];
  readonly clock: { subscribeDuration(when: bigint): Pollable };
}

export async function startHttp(grant?: Grant): Promise<StartedHttp> {
  const wasi = await createPreview2(grant, { name: "guest" }, ["wasi:http/types@0.2.12"]);
  const types = wasi.provide("wasi:http/types@0.2.4") as Http;
  const { handle } = wasi.provide("wasi:http/outgoing-handler@0.2.0") as {
    handle(request: OutgoingRequest, options?: unknown): FutureIncomingResponse;
  };
  const { poll } = wasi.provide("wasi:io/poll@0.2.0") as { poll(pollables: Pollable[]): number[] };
  const clock = wasi.provide("wasi:clocks/monotonic-clock@0.2.0") as { subscribeDuration(when: bigint): Pollable };
  return { wasi, types, handle, poll, clock };
}

export interface StartedClient extends StartedHttp {
  readonly http: BlockingHttp;
  /** A request to the server that the grant allows. */
  request(path: string | undefined, headers?: [string, Uint8Array][]): OutgoingRequest;
}

export async function startClient(grant: Partial<HttpGrant> = {}, more: Grant = {}): Promise<StartedClient> {
  const http = await startBlockingHttp(grant);
  const plugin = await startHttp({ http: http.transport, ...more });
  const request = (path: string | undefined, headers: [string, Uint8Array][] = []) => {
    const made = new plugin.types.OutgoingRequest(plugin.types.Fields.fromList(headers));
    made.setScheme({ tag: "HTTP" });
    made.setAuthority(http.authority);
    made.setPathWithQuery(path);
    return made;
  };
  return { ...plugin, http, request };
}

export function codeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    if (!ResultError.is(thrown)) throw thrown;
    return thrown.payload;
  }
}

/** The response, when it is there. */
export function responseTo(future: FutureIncomingResponse): IncomingResponse {
  const pollable = future.subscribe();
  pollable.block();
  pollable[Symbol.dispose]();
  const answer = future.get();
  if (answer?.tag !== "ok" || answer.val.tag !== "ok") throw new Error(`there is none: ${JSON.stringify(answer)}`);
  return answer.val.val;
}

export function failureOf(future: FutureIncomingResponse): unknown {
  future.subscribe().block();
  const answer = future.get();
  return answer?.tag === "ok" && answer.val.tag === "err" ? answer.val.val : answer;
}

export function readAll(stream: InputStream): string {
  let read = "";
  for (;;) {
    try {
      read += textOf(stream.blockingRead(65_536n));
    } catch (thrown) {
      if (ResultError.is(thrown) && Reflect.get(Object(thrown.payload), "tag") === "closed") return read;
      throw thrown;
    }
  }
}
