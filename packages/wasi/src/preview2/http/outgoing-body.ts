import { ResultError } from "@polyplug/errors";
import type { OutputStream as Output } from "../../capabilities/output.ts";
import { OutputStream } from "../output-stream.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";
import { takeHeaders } from "./fields.ts";
import { GrowingBytes } from "./growing-bytes.ts";
import type { HeaderList } from "./header-list.ts";

/** Where the body of a message goes when it is complete, or it is known that it never will be. */
export interface BodyTaker {
  /** Its bytes stay counted among those that are kept for the plugin. */
  complete(body: Uint8Array): void;
  abandon(): void;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, outgoing-body}. */
export class OutgoingBody extends Resource {
  static override readonly wit: string = "wasi:http/types#outgoing-body";
  readonly content: GrowingBytes;
  readonly headers: HeaderList;
  readonly taker: BodyTaker;
  #written = false;

  constructor(process: Preview2Process, headers: HeaderList, taker: BodyTaker) {
    super(process);
    this.headers = headers;
    this.taker = taker;
    this.content = new GrowingBytes(process);
    this.onDrop = () => {
      process.keep(-this.content.take().length);
      taker.abandon();
    };
  }

  write(): OutputStream {
    if (this.#written) throw new ResultError(undefined);
    this.#written = true;
    const output: Output = { terminal: false, write: (chunk) => this.content.append(chunk) };
    return new OutputStream(this.process, output, this);
  }

  static {
    serveMethods(OutgoingBody);
  }
}

/** `outgoing-body.finish`, by which the guest hands the body over. */
export function finishBody(body: OutgoingBody, trailers: unknown): void {
  const { content, headers, process, holding, taker } = body;
  holding.release();
  const whole = content.take();
  if (trailers !== undefined) takeHeaders(trailers).replace([]);
  const reason = unsendable(headers, whole, trailers);
  if (reason === undefined) {
    taker.complete(whole);
    return;
  }
  process.keep(-whole.length);
  taker.abandon();
  throw new ResultError(reason);
}

function unsendable(headers: HeaderList, { length }: Uint8Array, trailers: unknown): unknown {
  if (trailers !== undefined) return { tag: "internal-error", val: "trailers cannot be sent" };
  const declared = headers.get("content-length").map((value) => new TextDecoder().decode(value));
  const fits = declared.every((text) => text === String(length));
  return fits ? undefined : { tag: "HTTP-request-body-size", val: BigInt(length) };
}
