import { isHeaderValue, isToken } from "../../http/header-names.ts";
import type { HttpHeader } from "../../http/http-transport.ts";
import type { Preview2Process } from "../preview2-process.ts";

/** What a header takes of the host beside its bytes. */
const headerBytes = 64;

/** Headers in their order, with the casing of their names, which does not tell them apart. What they take is counted. */
export class HeaderList {
  readonly #process: Preview2Process;
  #headers: readonly HttpHeader[] = [];
  #bytes = 0;

  constructor(process: Preview2Process, headers: readonly HttpHeader[] = []) {
    this.#process = process;
    this.replace(headers);
  }

  get headers(): readonly HttpHeader[] {
    return this.#headers;
  }

  get(name: string): readonly Uint8Array[] {
    return this.#headers.filter(([other]) => isSame(other, name)).map(([, value]) => value);
  }

  without(name: string): readonly HttpHeader[] {
    return this.#headers.filter(([other]) => !isSame(other, name));
  }

  replace(headers: readonly HttpHeader[]): void {
    const bytes = headers.reduce((sum, [name, value]) => sum + name.length + value.length + headerBytes, 0);
    this.#process.keep(bytes - this.#bytes);
    this.#headers = headers;
    this.#bytes = bytes;
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function isHeader([name, value]: HttpHeader): boolean {
  return isToken(name) && isHeaderValue(value);
}
