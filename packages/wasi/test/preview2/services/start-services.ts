import { createPreview2, type Grant, type KeyPage, type KeyValueBucket, type Preview2 } from "@polyplug/wasi";

/** A resource of the kind that the host makes, as an object with methods. */
export interface Bucket<Cursor> {
  get(key: string): Uint8Array | undefined;
  set(key: string, value: Uint8Array): void;
  delete(key: string): void;
  exists(key: string): boolean;
  listKeys(cursor: Cursor | undefined): { keys: string[]; cursor: Cursor | undefined };
  [Symbol.dispose](): void;
}

export interface Cas {
  current(): Uint8Array | undefined;
}

export interface Services {
  "wasi:config/store@0.2.0-rc.1": { get(key: string): string | undefined; getAll(): [string, string][] };
  "wasi:logging/logging@0.1.0-draft": { log(level: string, context: string, message: string): void };
  "wasi:keyvalue/store@0.2.0-draft": { open(identifier: string): Bucket<bigint> };
  "wasi:keyvalue/atomics@0.2.0-draft": { increment(bucket: unknown, key: string, delta: bigint): bigint };
  "wasi:keyvalue/store@0.2.0-draft2": { open(identifier: string): Bucket<string> };
  "wasi:keyvalue/atomics@0.2.0-draft2": {
    Cas: { new: (bucket: unknown, key: string) => Cas };
    increment(bucket: unknown, key: string, delta: bigint): bigint;
    swap(cas: Cas, value: Uint8Array): void;
  };
  "wasi:keyvalue/batch@0.2.0-draft2": {
    getMany(bucket: unknown, keys: string[]): ([string, Uint8Array] | undefined)[];
    setMany(bucket: unknown, entries: [string, Uint8Array][]): void;
    deleteMany(bucket: unknown, keys: string[]): void;
  };
}

export interface StartedServices {
  readonly wasi: Preview2;
  use<Id extends keyof Services>(id: Id): Services[Id];
}

export async function startServices(grant?: Grant): Promise<StartedServices> {
  const wasi = await createPreview2(grant, { name: "guest" }, ["wasi:config/", "wasi:logging/", "wasi:keyvalue/"]);
  return {
    wasi,
    use<Id extends keyof Services>(id: Id): Services[Id] {
      const provided = wasi.provide(id);
      if (provided === undefined) throw new Error(`${id} is not provided`);
      return provided as Services[Id];
    },
  };
}

/** What a host might write over a database that answers at once. */
export function hostBucket(changes: Partial<Record<keyof KeyValueBucket, (...args: never[]) => unknown>> = {}): {
  readonly bucket: KeyValueBucket;
} {
  const values = new Map<string, Uint8Array>();
  const bucket: KeyValueBucket = {
    get: (key) => values.get(key),
    set: (key, value) => values.set(key, value),
    delete: (key) => values.delete(key),
    exists: (key) => values.has(key),
    listKeys: (): KeyPage => ({ keys: [...values.keys()] }),
  };
  return { bucket: { ...bucket, ...changes } as KeyValueBucket };
}
