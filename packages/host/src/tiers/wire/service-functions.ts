import type { FunctionType, ValueType } from "@polyplug/abi";
import type { HttpTransport, KeyValueBucket } from "@polyplug/wasi";
import { bytes, func, list, option, record, string, u32 } from "./wit-types.ts";

const result = (ok: ValueType | undefined, err: ValueType): ValueType => ({ kind: "result", ok, err });

/** Takes an entry of a log. */
export const logType: FunctionType = func({ level: string, context: string, message: string });

const storeError: ValueType = {
  kind: "variant",
  cases: [{ name: "no-such-store" }, { name: "access-denied" }, { name: "other", type: string }],
};

/** What a bucket of the host's own does. */
export const bucketTypes: Readonly<Record<keyof KeyValueBucket, FunctionType>> = {
  get: func({ key: string }, result(option(bytes), storeError)),
  set: func({ key: string, value: bytes }, result(undefined, storeError)),
  delete: func({ key: string }, result(undefined, storeError)),
  exists: func({ key: string }, result({ kind: "bool" }, storeError)),
  listKeys: func(
    { cursor: option(string) },
    result(record({ keys: list(string), cursor: option(string) }), storeError),
  ),
};

const headers = list({ kind: "tuple", types: [string, bytes] });
const milliseconds = option({ kind: "f64" });

/** Why an exchange failed, with whichever value that has. */
const httpError = record({ tag: string, count: option({ kind: "u64" }), text: option(string) });

const request = record({
  method: string,
  scheme: string,
  authority: string,
  path: string,
  headers,
  body: bytes,
  "head-timeout": milliseconds,
  "piece-timeout": milliseconds,
});

/** What sends requests and waits for responses. */
export const httpTypes: Readonly<Record<keyof HttpTransport, FunctionType>> = {
  send: func({ request }, result(u32, httpError)),
  wait: func({ exchanges: list(u32), milliseconds }, list(u32)),
  receive: func({ exchange: u32 }, result(record({ status: { kind: "u16" }, headers }), httpError)),
  read: func({ exchange: u32, "max-bytes": u32 }, result(option(bytes), httpError)),
  close: func({ exchange: u32 }),
};
