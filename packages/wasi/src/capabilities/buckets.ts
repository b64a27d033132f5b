import { messageOf, PluginError } from "@polyplug/errors";
import type { Grant } from "../grant.ts";
import type { KeyValueBucket, MemoryBucketGrant } from "../service-grants.ts";
import { checkedBucket } from "./checked-bucket.ts";
import { memoryBucket } from "./memory-bucket.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** The buckets by their names. */
export function openBuckets(plugin: string, grant: Grant["keyvalue"]): ReadonlyMap<string, KeyValueBucket> | undefined {
  if (grant === undefined) return undefined;
  if (typeof grant !== "object" || grant === null || Array.isArray(grant)) {
    return refuseGrant(plugin, "keyvalue", `expected an object of buckets, got ${nameOf(grant)}`);
  }
  return new Map(Object.entries(grant).map(([name, bucket]) => [name, openBucket(plugin, name, bucket)]));
}

const methods = ["get", "set", "delete", "exists", "listKeys"] as const;

function openBucket(plugin: string, name: string, bucket: true | MemoryBucketGrant | KeyValueBucket): KeyValueBucket {
  if (bucket === true) return memoryBucket();
  if (typeof bucket !== "object" || bucket === null) {
    const wanted = `expected true, { maxBytes, maxEntries } or an object with ${methods.join(", ")}`;
    return refuseGrant(plugin, "keyvalue", `${nameOf(name)}: ${wanted}, got ${nameOf(bucket)}`);
  }
  if (isOwnBucket(plugin, name, bucket)) return checkedBucket(plugin, bucket);
  try {
    return memoryBucket(bucket);
  } catch (cause) {
    return refuseGrant(plugin, "keyvalue", `${nameOf(name)}: ${reasonOf(cause)}`, cause);
  }
}

function isOwnBucket(
  plugin: string,
  name: string,
  bucket: MemoryBucketGrant | KeyValueBucket,
): bucket is KeyValueBucket {
  const missing = methods.filter((method) => typeof Reflect.get(bucket, method) !== "function");
  if (missing.length === methods.length) return false;
  if (missing.length === 0) return true;
  return refuseGrant(plugin, "keyvalue", `${nameOf(name)}: it has no method ${missing[0]}`);
}

function reasonOf(cause: unknown): string {
  return PluginError.is(cause) ? cause.reason : messageOf(cause);
}
