import { ResultError } from "@polyplug/errors";
import { u16 } from "../argument.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";
import { Fields } from "./fields.ts";
import type { HeaderList } from "./header-list.ts";
import { OutgoingBody } from "./outgoing-body.ts";

/**
 * A response that nobody asked for, since no request comes in: it can be made, and goes nowhere.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, outgoing-response}.
 */
export class OutgoingResponse extends Resource {
  static override readonly wit: string = "wasi:http/types#outgoing-response";
  readonly list: HeaderList;
  #status = 200;
  #opened = false;

  constructor(process: Preview2Process, list: HeaderList) {
    super(process);
    this.list = list;
    this.onDrop = () => list.replace([]);
  }

  statusCode(): number {
    return this.#status;
  }

  setStatusCode(status: number): void {
    if (u16(status) < 100 || status > 999) throw new ResultError(undefined);
    this.#status = status;
  }

  headers(): Fields {
    return new Fields(this.process, this.list, this);
  }

  body(): OutgoingBody {
    if (this.#opened) throw new ResultError(undefined);
    this.#opened = true;
    return new OutgoingBody(this.process, this.list, {
      complete: ({ length }) => this.process.keep(-length),
      abandon: () => undefined,
    });
  }

  static {
    serveMethods(OutgoingResponse);
  }
}
