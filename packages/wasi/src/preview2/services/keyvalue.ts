import { ResultError } from "@polyplug/errors";
import { array, bytes, resource, s64, string, u64 } from "../argument.ts";
import { guestClass } from "../guest-class.ts";
import type { InterfaceMembers, MakeInterface } from "../interface-members.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Bucket, type NumberBucket, type TextBucket } from "./bucket.ts";
import { Cas, trySwap } from "./cas.ts";
import { type CounterRange, increment } from "./increment.ts";

const u64Range: CounterRange = { least: 0n, most: 2n ** 64n - 1n };
const s64Range: CounterRange = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/** See {@link https://github.com/WebAssembly/wasi-keyvalue/blob/main/wit/store.wit | wasi:keyvalue/store}, whose drafts differ in the class. */
export function store(OwnBucket: typeof TextBucket | typeof NumberBucket): MakeInterface {
  return (process) => ({
    Bucket: OwnBucket,
    open: (identifier: string) => {
      const { buckets } = process.capabilities;
      if (buckets === undefined) {
        process.denied.add("keyvalue");
        throw new ResultError({ tag: "access-denied" });
      }
      const granted = buckets.get(string(identifier));
      if (granted === undefined) throw new ResultError({ tag: "no-such-store" });
      return new OwnBucket(process, granted);
    },
  });
}

/** The counters of `0.2.0-draft`, which are not negative. */
export function numberAtomics(): InterfaceMembers {
  return {
    increment: (bucket: Bucket, key: string, delta: bigint) =>
      increment(resource(Bucket, bucket).granted, string(key), u64(delta), u64Range),
  };
}

/** See {@link https://github.com/WebAssembly/wasi-keyvalue/blob/main/wit/atomic.wit | wasi:keyvalue/atomics}. */
export function atomics(process: Preview2Process): InterfaceMembers {
  return {
    Cas: guestClass(process, Cas, {
      statics: {
        new: (bucket: Bucket, key: string) => new Cas(process, resource(Bucket, bucket).granted, string(key)),
      },
    }),
    increment: (bucket: Bucket, key: string, delta: bigint) =>
      increment(resource(Bucket, bucket).granted, string(key), s64(delta), s64Range),
    swap: (cas: Cas, value: Uint8Array) => {
      const { bucket, key, holding } = resource(Cas, cas);
      holding.release();
      if (trySwap(cas, bytes(value))) return;
      throw new ResultError({ tag: "cas-failed", val: new Cas(process, bucket, key) });
    },
  };
}

/** See {@link https://github.com/WebAssembly/wasi-keyvalue/blob/main/wit/batch.wit | wasi:keyvalue/batch}. */
export function batch(): InterfaceMembers {
  return {
    getMany: (bucket: Bucket, keys: readonly string[]) => {
      const { granted } = resource(Bucket, bucket);
      return array(keys).map((key) => {
        const value = granted.get(string(key));
        return value === undefined ? undefined : [key, value];
      });
    },
    setMany: (bucket: Bucket, entries: readonly (readonly [string, Uint8Array])[]) => {
      const { granted } = resource(Bucket, bucket);
      for (const entry of array(entries)) {
        const [key, value] = array(entry);
        granted.set(string(key), bytes(value));
      }
    },
    deleteMany: (bucket: Bucket, keys: readonly string[]) => {
      const { granted } = resource(Bucket, bucket);
      for (const key of array(keys)) granted.delete(string(key));
    },
  };
}
