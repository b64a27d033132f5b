import { ResultError } from "@polyplug/errors";
import { isToken } from "../../http/header-names.ts";
import type { HttpRequest } from "../../http/http-transport.ts";
import { isAuthority, isPath } from "../../http/origins.ts";
import { oneOf, optional, record, string } from "../argument.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";
import { Fields } from "./fields.ts";
import type { HeaderList } from "./header-list.ts";
import type { HttpCall } from "./http-call.ts";
import { type BodyTaker, OutgoingBody } from "./outgoing-body.ts";

interface Case {
  readonly tag: string;
  readonly val?: unknown;
}

const methods = ["get", "head", "post", "put", "delete", "connect", "options", "trace", "patch", "other"] as const;
const schemes = ["HTTP", "HTTPS", "other"] as const;

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, outgoing-request}. */
export class OutgoingRequest extends Resource {
  static override readonly wit: string = "wasi:http/types#outgoing-request";
  readonly list: HeaderList;
  readonly content: RequestContent;
  #method: Case = { tag: "get" };
  #path: string | undefined;
  #scheme: Case | undefined;
  #authority: string | undefined;

  constructor(process: Preview2Process, list: HeaderList) {
    super(process);
    this.list = list;
    this.content = new RequestContent(process, list);
    this.onDrop = () => this.content.letGo();
  }

  body(): OutgoingBody {
    if (this.content.state !== "none") throw new ResultError(undefined);
    this.content.state = "open";
    return new OutgoingBody(this.process, this.list, this.content);
  }

  method(): Case {
    return this.#method;
  }

  setMethod(method: Case): void {
    this.#method = readCase(methods, method, isToken);
  }

  pathWithQuery(): string | undefined {
    return this.#path;
  }

  setPathWithQuery(path: string | undefined): void {
    this.#path = optional((text) => valid(string(text), (one) => isPath(rooted(one))), path);
  }

  scheme(): Case | undefined {
    return this.#scheme;
  }

  setScheme(scheme: Case | undefined): void {
    this.#scheme = optional((one) => readCase(schemes, one, (text) => /^[A-Za-z][\w+.-]*$/.test(text)), scheme);
  }

  authority(): string | undefined {
    return this.#authority;
  }

  setAuthority(authority: string | undefined): void {
    this.#authority = optional((text) => valid(string(text), isAuthority), authority);
  }

  headers(): Fields {
    return new Fields(this.process, this.list, this);
  }

  static {
    serveMethods(OutgoingRequest);
  }
}

/** What of a request stands when the guest hands it over. Throws what the answer to that is where something is missing. */
export function requestHead(request: OutgoingRequest): Omit<HttpRequest, "body" | "headTimeout" | "pieceTimeout"> {
  const [method, scheme, authority] = [request.method(), request.scheme(), request.authority()];
  if (authority === undefined) throw new ResultError({ tag: "HTTP-request-URI-invalid" });
  return {
    method: method.tag === "other" ? String(method.val) : method.tag.toUpperCase(),
    scheme: scheme?.tag === "other" ? String(scheme.val) : (scheme?.tag ?? "HTTPS").toLowerCase(),
    authority,
    path: rooted(request.pathWithQuery() ?? ""),
    headers: request.list.headers,
  };
}

/** What is kept of a request until it is sent. Its body may be complete before the guest hands the request over or after. */
export class RequestContent implements BodyTaker {
  state: "none" | "open" | "complete" | "abandoned" = "none";
  call: HttpCall | undefined;
  #body: Uint8Array = new Uint8Array();
  #request: Omit<HttpRequest, "body"> | undefined;
  #gone = false;
  readonly #process: Preview2Process;
  readonly #list: HeaderList;

  constructor(process: Preview2Process, list: HeaderList) {
    this.#process = process;
    this.#list = list;
  }

  /** Sends the request as soon as its body is complete. */
  send(call: HttpCall, request: Omit<HttpRequest, "body">): void {
    this.call = call;
    this.#request = request;
    this.#trySend();
  }

  complete(body: Uint8Array): void {
    this.state = "complete";
    this.#body = body;
    if (this.#gone) this.letGo();
    else this.#trySend();
  }

  abandon(): void {
    if (this.state !== "open") return;
    this.state = "abandoned";
    this.#trySend();
  }

  /** It is not sent any more, or has been. */
  letGo(): void {
    this.#gone = true;
    this.#list.replace([]);
    this.#process.keep(-this.#body.length);
    this.#body = new Uint8Array();
  }

  #trySend(): void {
    if (this.call === undefined || this.#request === undefined || this.state === "open") return;
    if (this.state === "abandoned") this.call.fail("the body of the request was not finished");
    else if (!this.call.ready) this.call.send({ ...this.#request, body: this.#body });
    this.letGo();
  }
}

/** A path without its slash is one of the root: a query alone, or nothing. */
function rooted(path: string): string {
  return path === "" || path.startsWith("?") ? `/${path}` : path;
}

function readCase(tags: readonly string[], value: unknown, isValid: (text: string) => boolean): Case {
  const { tag, val } = record(value);
  const read = oneOf(tags, tag);
  return read === "other" ? { tag: read, val: valid(string(val), isValid) } : { tag: read };
}

function valid(text: string, isValid: (text: string) => boolean): string {
  if (!isValid(text)) throw new ResultError(undefined);
  return text;
}
