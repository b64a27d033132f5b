import { type Area, bodyStart } from "../wire/area.ts";

/** Bytes before the body of a message: its length, what is said, and the index. */
const headBytes = 12;

/** Where a message begins that lies in an area: what is before its body is written together with that. */
export const messageStart: number = bodyStart - headBytes;

/** Bytes that the body of a message may have, our own. */
export const mostBodyBytes: number = 2 ** 30;

/** The head of a message. */
export interface Head {
  readonly length: number;
  readonly kind: number;
  readonly index: number;
}

export function writeHead({ view }: Area, { length, kind, index }: Head): void {
  view.setUint32(messageStart, length, true);
  view.setUint32(messageStart + 4, kind, true);
  view.setInt32(messageStart + 8, index, true);
}

export function readHead({ view }: Area): Head {
  return {
    length: view.getUint32(messageStart, true),
    kind: view.getUint32(messageStart + 4, true),
    index: view.getInt32(messageStart + 8, true),
  };
}
