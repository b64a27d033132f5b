import { ResultError } from "@polyplug/errors";
import type { KeyValueBucket } from "../../service-grants.ts";
import { bytes, optional, string, u64 } from "../argument.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";

/** A bucket, in what the drafts have in common. */
export class Bucket extends Resource {
  static override readonly wit: string = "wasi:keyvalue/store#bucket";
  readonly granted: KeyValueBucket;

  constructor(process: Preview2Process, granted: KeyValueBucket) {
    super(process);
    this.granted = granted;
  }

  get(key: string): Uint8Array | undefined {
    return this.granted.get(string(key));
  }

  set(key: string, value: Uint8Array): void {
    this.granted.set(string(key), bytes(value));
  }

  delete(key: string): void {
    this.granted.delete(string(key));
  }

  exists(key: string): boolean {
    return this.granted.exists(string(key));
  }

  static {
    serveMethods(Bucket);
  }
}

/** A bucket of `0.2.0-draft2`, where a cursor is any text. */
export class TextBucket extends Bucket {
  listKeys(cursor: string | undefined): object {
    const { keys, cursor: next } = this.granted.listKeys(optional(string, cursor));
    return { keys, cursor: next };
  }

  static {
    serveMethods(TextBucket);
  }
}

const largestCursor = 2n ** 64n;

/** A bucket of `0.2.0-draft`, where a cursor is a number. */
export class NumberBucket extends Bucket {
  listKeys(cursor: bigint | undefined): object {
    const { keys, cursor: next } = this.granted.listKeys(optional(u64, cursor)?.toString());
    return { keys, cursor: next === undefined ? undefined : numberOf(next) };
  }

  static {
    serveMethods(NumberBucket);
  }
}

function numberOf(cursor: string): bigint {
  if (/^\d{1,20}$/.test(cursor) && BigInt(cursor) < largestCursor) return BigInt(cursor);
  throw new ResultError({ tag: "other", val: "the place to go on from is no number" });
}
