import { messageOf, PluginError, ResultError } from "@polyplug/errors";
import type { KeyPage, KeyValueBucket } from "../service-grants.ts";
import { nameOf } from "./name-of.ts";

/**
 * A bucket of the host's own whose answers are what they have to be. Whatever else it does ends the plugin, but for a
 * `ResultError`, which is an answer too.
 */
export function checkedBucket(plugin: string, bucket: KeyValueBucket): KeyValueBucket {
  const failure = (method: string, reason: string, cause?: unknown): PluginError =>
    new PluginError({ code: "trap", action: `call ${method} of a bucket`, reason, plugin, cause });
  const ask = (method: string, call: () => unknown): unknown => {
    try {
      return call();
    } catch (cause) {
      if (ResultError.is(cause)) throw cause;
      throw failure(method, `the host's bucket failed: ${messageOf(cause)}`, cause);
    }
  };
  const mismatch = (method: string, wanted: string, answer: unknown): PluginError => {
    const got = isPromise(answer) ? "a promise, which this thread cannot wait for" : nameOf(answer);
    return failure(method, `the host's bucket gave ${got}, expected ${wanted}`);
  };
  const settle = (method: string, call: () => unknown): void => {
    const answer = ask(method, call);
    // What is written later would be read too soon.
    if (isPromise(answer)) throw mismatch(method, "nothing", answer);
  };
  return {
    get: (key) => {
      const value = ask("get", () => bucket.get(key));
      if (value === undefined || value instanceof Uint8Array) return value;
      throw mismatch("get", "a Uint8Array or undefined", value);
    },
    set: (key, value) => settle("set", () => bucket.set(key, value)),
    delete: (key) => settle("delete", () => bucket.delete(key)),
    exists: (key) => {
      const exists = ask("exists", () => bucket.exists(key));
      if (typeof exists === "boolean") return exists;
      throw mismatch("exists", "a boolean", exists);
    },
    listKeys: (cursor) => {
      const page = ask("listKeys", () => readPage(bucket.listKeys(cursor)));
      if (isPage(page)) return page;
      throw mismatch("listKeys", "{ keys, cursor }", page);
    },
  };
}

/** What has fields is read once, so that what was looked at is what is used. */
function readPage(page: unknown): unknown {
  if (typeof page !== "object" || page === null || isPromise(page)) return page;
  const { keys, cursor }: { keys?: unknown; cursor?: unknown } = page;
  return { keys: Array.isArray(keys) ? [...keys] : keys, cursor };
}

function isPage(page: unknown): page is KeyPage {
  if (typeof page !== "object" || page === null) return false;
  const { keys, cursor }: { keys?: unknown; cursor?: unknown } = page;
  const isList = Array.isArray(keys) && keys.every((key) => typeof key === "string");
  return isList && (cursor === undefined || typeof cursor === "string");
}

function isPromise(value: unknown): boolean {
  return typeof value === "object" && value !== null && "then" in value;
}
