import type { FunctionType, Passages } from "@polyplug/abi";
import type { Grant, HttpTransport, KeyValueBucket, LogEntry } from "@polyplug/wasi";
import { HostFailure } from "../../link/host-failure.ts";
import type { DistantBucket, DistantBuckets, DistantFunctions, DistantLog } from "../wire/distant-grant.ts";
import { sinkType } from "../wire/distant-grant.ts";
import { unpackingFailures } from "../wire/http-failure.ts";
import { typedFunction } from "../wire/packing.ts";
import { bucketTypes, httpTypes, logType } from "../wire/service-functions.ts";
import type { GuestTalk } from "./guest-talk.ts";

/** What reviving a grant takes. */
export interface Revival {
  readonly plugin: string;
  readonly passages: Passages;
  readonly talk: GuestTalk;
}

type Ask = (...args: readonly unknown[]) => unknown;

function asking(index: number, name: string, type: FunctionType, context: Revival): Ask {
  const wire = typedFunction(name, type, context);
  return (...args) => {
    try {
      return context.talk.ask(index, wire, name, args);
    } catch (thrown) {
      // Who asked says what that was about; what the host threw is the cause.
      throw thrown instanceof HostFailure ? thrown.cause : thrown;
    }
  };
}

export function reviveLog(given: DistantLog, context: Revival): Grant["logging"] {
  if (typeof given !== "object" || !("takes" in given)) return given;
  const { index, takes, level, maxBytes } = given;
  if (takes === "lines") return { to: { write: asking(index, "logging", sinkType, context) }, level, maxBytes };
  const log = asking(index, "logging", logType, context);
  return { to: (entry: LogEntry) => log(entry.level, entry.context, entry.message), level, maxBytes };
}

export function reviveBuckets(given: DistantBuckets, context: Revival): Grant["keyvalue"] {
  if (typeof given !== "object" || !("buckets" in given)) return given;
  return Object.fromEntries(given.buckets.map(([name, bucket]) => [name, reviveBucket(bucket, context)]));
}

function reviveBucket(bucket: DistantBucket, context: Revival): NonNullable<Grant["keyvalue"]>[string] {
  if (typeof bucket !== "object" || !("own" in bucket)) return bucket;
  const ask = (method: keyof KeyValueBucket): Ask =>
    asking(bucket.own[method], `${method} of a bucket`, bucketTypes[method], context);
  return {
    get: ask("get") as KeyValueBucket["get"],
    set: ask("set"),
    delete: ask("delete"),
    exists: ask("exists") as KeyValueBucket["exists"],
    listKeys: ask("listKeys") as KeyValueBucket["listKeys"],
  };
}

export function reviveHttp(http: DistantFunctions<HttpTransport>, context: Revival): HttpTransport {
  const ask = (name: keyof HttpTransport): Ask => {
    const asked = asking(http[name], `${name} of HTTP`, httpTypes[name], context);
    return (...args) => unpackingFailures(() => asked(...args));
  };
  const wait = ask("wait");
  return {
    send: ask("send") as HttpTransport["send"],
    wait: (exchanges, milliseconds) => [...(wait(Uint32Array.from(exchanges), milliseconds) as Uint32Array)],
    receive: ask("receive") as HttpTransport["receive"],
    read: ask("read") as HttpTransport["read"],
    close: ask("close") as HttpTransport["close"],
  };
}
