import type { KeyValueBucket } from "../../service-grants.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";

/** A value that is to be replaced unless somebody else does so before. */
export class Cas extends Resource {
  static override readonly wit: string = "wasi:keyvalue/atomics#cas";
  readonly bucket: KeyValueBucket;
  readonly key: string;
  /** A copy: what the host gave may change. */
  readonly seen: Uint8Array | undefined;

  constructor(process: Preview2Process, bucket: KeyValueBucket, key: string) {
    super(process);
    this.bucket = bucket;
    this.key = key;
    this.seen = bucket.get(key)?.slice();
  }

  current(): Uint8Array | undefined {
    return this.seen;
  }

  static {
    serveMethods(Cas);
  }
}

/** Whether the value was still what had been seen, and is the new one now. */
export function trySwap({ bucket, key, seen }: Cas, value: Uint8Array): boolean {
  if (!sameBytes(bucket.get(key), seen)) return false;
  bucket.set(key, value);
  return true;
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
