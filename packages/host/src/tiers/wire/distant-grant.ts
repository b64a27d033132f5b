import type { FunctionType } from "@polyplug/abi";
import type { FileTree, Grant, HttpTransport, KeyValueBucket, LogLevel, MemoryBucketGrant } from "@polyplug/wasi";
import { bytes, func, option, u32 } from "./wit-types.ts";

/** A grant as a guest in another thread is told of it: data, and numbers of functions for what only the host can do. */
export interface DistantGrant {
  /** What is granted as data. */
  readonly data: Omit<Grant, "stdin" | "stdout" | "stderr" | "files" | "logging" | "keyvalue" | "http">;
  readonly files: Pick<FileTree, "mounts" | "quota"> | undefined;
  readonly stdin: Uint8Array | string | DistantInput | undefined;
  readonly stdout: DistantOutput | undefined;
  readonly stderr: DistantOutput | undefined;
  readonly logging: DistantLog | undefined;
  readonly keyvalue: DistantBuckets | undefined;
  readonly http: DistantFunctions<HttpTransport> | undefined;
}

/** The host's function that reads, by its index. */
export interface DistantInput {
  readonly index: number;
}

/** The host's function that takes output, by its index. */
export interface DistantOutput {
  readonly index: number;
  readonly terminal: boolean;
  readonly maxBytes: number | string | undefined;
}

/** The host's function that takes entries of a log, or lines of it, by its index. */
export interface DistantLog {
  readonly index: number;
  readonly takes: "entries" | "lines";
  readonly level: LogLevel | undefined;
  readonly maxBytes: number | string | undefined;
}

/** The functions of an object of the host's, by their indices. */
export type DistantFunctions<Implemented> = Readonly<Record<keyof Implemented, number>>;

/** A bucket of the host's own, or how large one in the guest's memory is. */
export type DistantBucket = true | MemoryBucketGrant | { readonly own: DistantFunctions<KeyValueBucket> };

/** Buckets and their names, which may be any. */
export interface DistantBuckets {
  readonly buckets: readonly (readonly [name: string, bucket: DistantBucket])[];
}

/** Takes a chunk of output. */
export const sinkType: FunctionType = func({ chunk: bytes });

/** Reads so many bytes at most; `none` is the end. */
export const inputType: FunctionType = func({ "max-bytes": u32 }, option(bytes));
