import { PluginError, ResultError, refuseUnknownKeys } from "@polyplug/errors";
import { bucketPageKeys, defaultBucketBytes, defaultBucketEntries } from "../limits.ts";
import type { KeyPage, KeyValueBucket, MemoryBucketGrant } from "../service-grants.ts";
import { parseByteCount } from "./byte-count.ts";
import { nameOf } from "./name-of.ts";
import { ownProperties } from "./own-properties.ts";

/**
 * A bucket in memory, to be granted to one plugin or to several, which then share it, and read by the host. Values are
 * kept as they are given and given as they are kept: whoever changes one changes what is stored.
 *
 * Throws `bad-argument` for bounds that are none.
 */
export function memoryBucket(bounds: MemoryBucketGrant = {}): KeyValueBucket {
  const own = ownProperties(bounds);
  refuseUnknownKeys("make a bucket", "bounds", own, ["maxBytes", "maxEntries"]);
  const maxBytes = parseByteCount(own.maxBytes ?? defaultBucketBytes);
  if (maxBytes === undefined) {
    return refuseBound("maxBytes", 'a count of bytes or a size such as "4MiB"', own.maxBytes);
  }
  const maxEntries = own.maxEntries ?? defaultBucketEntries;
  if (!Number.isSafeInteger(maxEntries) || maxEntries < 0) return refuseBound("maxEntries", "a count", maxEntries);
  return new MemoryBucket(maxBytes, maxEntries);
}

function refuseBound(path: string, wanted: string, value: unknown): never {
  const reason = `${path}: expected ${wanted}, got ${nameOf(value)}`;
  throw new PluginError({ code: "bad-argument", action: "make a bucket", reason, path });
}

interface Entry {
  readonly value: Uint8Array;
  readonly bytes: number;
  /** Grows from entry to entry, so that a cursor holds whatever is deleted between two pages. */
  readonly place: number;
}

class MemoryBucket implements KeyValueBucket {
  readonly #maxBytes: number;
  readonly #maxEntries: number;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  #places = 0;

  constructor(maxBytes: number, maxEntries: number) {
    this.#maxBytes = maxBytes;
    this.#maxEntries = maxEntries;
  }

  get(key: string): Uint8Array | undefined {
    return this.#entries.get(key)?.value;
  }

  set(key: string, value: Uint8Array): void {
    const known = this.#entries.get(key);
    const bytes = new TextEncoder().encode(key).length + value.length;
    const total = this.#bytes + bytes - (known?.bytes ?? 0);
    if (total > this.#maxBytes) refuseEntry(`it would hold ${total} bytes, allowed are ${this.#maxBytes}`);
    if (known === undefined && this.#entries.size >= this.#maxEntries) {
      refuseEntry(`it would hold ${this.#entries.size + 1} entries, allowed are ${this.#maxEntries}`);
    }
    this.#bytes = total;
    this.#entries.set(key, { value, bytes, place: known?.place ?? ++this.#places });
  }

  delete(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }

  exists(key: string): boolean {
    return this.#entries.has(key);
  }

  listKeys(cursor: string | undefined): KeyPage {
    const start = cursor === undefined ? 0 : Number(cursor);
    const keys: string[] = [];
    for (const [key, { place }] of this.#entries) {
      if (!(place >= start)) continue;
      if (keys.length === bucketPageKeys) return { keys, cursor: String(place) };
      keys.push(key);
    }
    return { keys };
  }
}

function refuseEntry(reason: string): never {
  throw new ResultError({ tag: "other", val: `the bucket is full: ${reason}` });
}
