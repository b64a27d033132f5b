import { ResultError } from "@polyplug/errors";
import { isForbiddenHeader } from "../../http/header-names.ts";
import type { HttpHeader } from "../../http/http-transport.ts";
import { array, bytes, resource, string } from "../argument.ts";
import { guestClass } from "../guest-class.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, type ResourceClass, serveMethods } from "../resource.ts";
import { HeaderList, isHeader } from "./header-list.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, fields}. */
export class Fields extends Resource {
  static override readonly wit: string = "wasi:http/types#fields";
  readonly list: HeaderList;
  readonly mutable: boolean;

  /** With a parent they are that one's headers, and not to be changed. */
  constructor(process: Preview2Process, list: HeaderList, parent?: Resource) {
    super(process, parent);
    this.list = list;
    this.mutable = parent === undefined;
    if (this.mutable) this.onDrop = () => list.replace([]);
  }

  get(name: string): readonly Uint8Array[] {
    return this.list.get(string(name));
  }

  has(name: string): boolean {
    return this.list.get(string(name)).length > 0;
  }

  set(name: string, values: readonly Uint8Array[]): void {
    this.#change(name, [
      ...this.list.without(string(name)),
      ...checked(array(values).map((value) => [name, bytes(value)])),
    ]);
  }

  delete(name: string): void {
    this.#change(name, this.list.without(string(name)));
  }

  append(name: string, value: Uint8Array): void {
    this.#change(name, [...this.list.headers, ...checked([[string(name), bytes(value)]])]);
  }

  entries(): readonly HttpHeader[] {
    return this.list.headers;
  }

  clone(): Fields {
    return new Fields(this.process, new HeaderList(this.process, this.list.headers));
  }

  #change(name: string, headers: readonly HttpHeader[]): void {
    if (!this.mutable) throw new ResultError({ tag: "immutable" });
    checked([[name, new Uint8Array()]]);
    this.list.replace(headers);
  }

  static {
    serveMethods(Fields);
  }
}

export function fieldsClass(process: Preview2Process): ResourceClass {
  return guestClass(process, Fields, {
    construct: () => new Fields(process, new HeaderList(process)),
    statics: {
      fromList: (entries: readonly (readonly [string, Uint8Array])[]) => {
        const headers = array(entries).map((entry): HttpHeader => {
          const [name, value] = array(entry);
          return [string(name), bytes(value)];
        });
        return new Fields(process, new HeaderList(process, checked(headers)));
      },
    },
  });
}

/** The headers of fields that the guest hands over. */
export function takeHeaders(fields: unknown): HeaderList {
  const { list, holding } = resource(Fields, fields);
  holding.release();
  return list;
}

function checked(headers: readonly HttpHeader[]): readonly HttpHeader[] {
  for (const header of headers) {
    if (!isHeader(header)) throw new ResultError({ tag: "invalid-syntax" });
    if (isForbiddenHeader(header[0])) throw new ResultError({ tag: "forbidden" });
  }
  return headers;
}
