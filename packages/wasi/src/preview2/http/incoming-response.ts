import { ResultError } from "@polyplug/errors";
import type { HttpHead } from "../../http/http-transport.ts";
import { InputStream } from "../input-stream.ts";
import { Pollable } from "../pollable.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";
import { Fields } from "./fields.ts";
import { HeaderList } from "./header-list.ts";
import type { HttpCall } from "./http-call.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, future-incoming-response}. */
export class FutureIncomingResponse extends Resource {
  static override readonly wit: string = "wasi:http/types#future-incoming-response";
  readonly call: HttpCall;
  #taken = false;

  constructor(process: Preview2Process, call: HttpCall) {
    super(process);
    this.call = call;
    this.onDrop = () => {
      if (!this.#taken) call.close();
    };
  }

  subscribe(): Pollable {
    return new Pollable(this.process, this.call, this);
  }

  get(): object | undefined {
    if (this.#taken) return { tag: "err" };
    const { exchange } = this.call;
    if (!this.call.ready) {
      const isThere = exchange !== undefined && this.process.capabilities.http?.wait([exchange], 0).includes(exchange);
      if (!isThere) return undefined;
    }
    this.#taken = true;
    const head = this.call.receive();
    const val =
      head === undefined
        ? { tag: "err", val: this.call.failure }
        : { tag: "ok", val: new IncomingResponse(this.process, this.call, head) };
    return { tag: "ok", val };
  }

  static {
    serveMethods(FutureIncomingResponse);
  }
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, incoming-response}. */
export class IncomingResponse extends Resource {
  static override readonly wit: string = "wasi:http/types#incoming-response";
  readonly call: HttpCall;
  readonly list: HeaderList;
  readonly code: number;
  #consumed = false;

  constructor(process: Preview2Process, call: HttpCall, { status, headers }: HttpHead) {
    super(process);
    this.call = call;
    this.code = status;
    this.list = new HeaderList(process, headers);
    this.onDrop = () => {
      this.list.replace([]);
      if (!this.#consumed) call.close();
    };
  }

  status(): number {
    return this.code;
  }

  headers(): Fields {
    return new Fields(this.process, this.list, this);
  }

  consume(): IncomingBody {
    if (this.#consumed) throw new ResultError(undefined);
    this.#consumed = true;
    return new IncomingBody(this.process, this.call);
  }

  static {
    serveMethods(IncomingResponse);
  }
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, incoming-body}. */
export class IncomingBody extends Resource {
  static override readonly wit: string = "wasi:http/types#incoming-body";
  readonly call: HttpCall;
  #streamed = false;

  constructor(process: Preview2Process, call: HttpCall) {
    super(process);
    this.call = call;
    this.onDrop = () => call.close();
  }

  stream(): InputStream {
    if (this.#streamed) throw new ResultError(undefined);
    this.#streamed = true;
    return new InputStream(this.process, this.call, this);
  }

  static {
    serveMethods(IncomingBody);
  }
}

/**
 * Trailers are never handed on, so that this is known at once.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, future-trailers}.
 */
export class FutureTrailers extends Resource {
  static override readonly wit: string = "wasi:http/types#future-trailers";
  #taken = false;

  subscribe(): Pollable {
    return new Pollable(this.process, 0n, this);
  }

  get(): object {
    if (this.#taken) return { tag: "err" };
    this.#taken = true;
    return { tag: "ok", val: { tag: "ok", val: undefined } };
  }

  static {
    serveMethods(FutureTrailers);
  }
}
