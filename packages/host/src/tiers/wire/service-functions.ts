import type { FunctionType, ValueType } from "@polyplug/abi";
import type { HttpTransport, KeyValueBucket } from "@polyplug/wasi";

const string: ValueType = { kind: "string" };
const u32: ValueType = { kind: "u32" };
const bytes: ValueType = { kind: "list", element: { kind: "u8" } };
const optional = (type: ValueType): ValueType => ({ kind: "option", type });
const record = (fields: Readonly<Record<string, ValueType>>): ValueType => ({
  kind: "record",
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
});
const result = (ok: ValueType | undefined, err: ValueType): ValueType => ({ kind: "result", ok, err });
const takes = (params: Readonly<Record<string, ValueType>>, gives?: ValueType): FunctionType => ({
  params: Object.entries(params).map(([name, type]) => ({ name, type })),
  ...(gives === undefined ? {} : { result: gives }),
});

/** Takes an entry of a log. */
export const logType: FunctionType = takes({ level: string, context: string, message: string });

const storeError: ValueType = {
  kind: "variant",
  cases: [{ name: "no-such-store" }, { name: "access-denied" }, { name: "other", type: string }],
};

/** What a bucket of the host's own does. */
export const bucketTypes: Readonly<Record<keyof KeyValueBucket, FunctionType>> = {
  get: takes({ key: string }, result(optional(bytes), storeError)),
  set: takes({ key: string, value: bytes }, result(undefined, storeError)),
  delete: takes({ key: string }, result(undefined, storeError)),
  exists: takes({ key: string }, result({ kind: "bool" }, storeError)),
  listKeys: takes(
    { cursor: optional(string) },
    result(record({ keys: { kind: "list", element: string }, cursor: optional(string) }), storeError),
  ),
};

const headers: ValueType = { kind: "list", element: { kind: "tuple", types: [string, bytes] } };
const milliseconds = optional({ kind: "f64" });

/** Why an exchange failed, with whichever value that has. */
const httpError = record({ tag: string, count: optional({ kind: "u64" }), text: optional(string) });

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
  send: takes({ request }, result(u32, httpError)),
  wait: takes({ exchanges: { kind: "list", element: u32 }, milliseconds }, { kind: "list", element: u32 }),
  receive: takes({ exchange: u32 }, result(record({ status: { kind: "u16" }, headers }), httpError)),
  read: takes({ exchange: u32, "max-bytes": u32 }, result(optional(bytes), httpError)),
  close: takes({ exchange: u32 }),
};
