import type { Passages } from "@polyplug/abi";
import type {
  Grant,
  HttpGrant,
  HttpRequest,
  HttpTransport,
  KeyValueBucket,
  LoggingGrant,
  LogSink,
} from "@polyplug/wasi";
import type { DistantBuckets, DistantFunctions, DistantGrant, DistantLog } from "../wire/distant-grant.ts";
import { sinkType } from "../wire/distant-grant.ts";
import { packingFailures } from "../wire/http-failure.ts";
import { typedFunction } from "../wire/packing.ts";
import { bucketTypes, httpTypes, logType } from "../wire/service-functions.ts";
import type { HostFunctions } from "./host-functions.ts";

/** What handing over a grant takes. */
export interface HandOver {
  readonly plugin: string;
  readonly passages: Passages;
  readonly functions: HostFunctions;
}

/** Where a plugin's log goes. What is no sink, whoever opens the grant refuses. */
export function handOverLog(given: Grant["logging"], context: HandOver): DistantGrant["logging"] {
  if (given === undefined) return undefined;
  const { to, level, maxBytes } = isLoggingGrant(given) ? given : { to: given };
  if (typeof to === "function") {
    const call = (...[level, context, message]: unknown[]): void => void to({ level, context, message } as never);
    const index = context.functions.add({ wire: typedFunction("logging", logType, context), call });
    return { index, takes: "entries", level, maxBytes } satisfies DistantLog;
  }
  if (typeof to !== "object" || to === null || typeof to.write !== "function") return given as never;
  const call = (line: unknown): void => void to.write(line as Uint8Array);
  const index = context.functions.add({ wire: typedFunction("logging", sinkType, context), call });
  return { index, takes: "lines", level, maxBytes } satisfies DistantLog;
}

function isLoggingGrant(given: LogSink | LoggingGrant): given is LoggingGrant {
  return typeof given === "object" && given !== null && Object.hasOwn(given, "to");
}

/** A plugin's buckets: those of the host's own, which may answer with promises, and how large the others are. */
export function handOverBuckets(given: Grant["keyvalue"], context: HandOver): DistantBuckets | undefined {
  // What are no buckets, whoever opens the grant refuses.
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given as never;
  const buckets = Object.entries(given).map(([name, bucket]): DistantBuckets["buckets"][number] => {
    if (!isOwnBucket(bucket)) return [name, bucket];
    const call = (method: keyof KeyValueBucket): number =>
      context.functions.add({
        wire: typedFunction(`${method} of a bucket`, bucketTypes[method], context),
        call: (...args) => Reflect.apply(bucket[method], bucket, args),
      });
    const own: DistantFunctions<KeyValueBucket> = {
      get: call("get"),
      set: call("set"),
      delete: call("delete"),
      exists: call("exists"),
      listKeys: call("listKeys"),
    };
    return [name, { own }];
  });
  return { buckets };
}

function isOwnBucket(bucket: unknown): bucket is KeyValueBucket {
  if (typeof bucket !== "object" || bucket === null) return false;
  return Object.keys(bucketTypes).every((method) => typeof Reflect.get(bucket, method) === "function");
}

/** What sends a plugin's requests: the host, who looks at each of them. Throws `bad-argument` for what is no grant. */
export async function handOverHttp(
  given: HttpGrant | HttpTransport | undefined,
  context: HandOver,
): Promise<DistantFunctions<HttpTransport> | undefined> {
  if (given === undefined) return undefined;
  const exchanges = isTransport(given) ? given : await openExchanges(given, context);
  const add = (name: keyof HttpTransport, call: (...args: never[]) => unknown): number => {
    const packing = (...args: unknown[]): unknown => packingFailures(() => call(...(args as never[])));
    return context.functions.add({ wire: typedFunction(`${name} of HTTP`, httpTypes[name], context), call: packing });
  };
  return {
    send: add("send", (request: HttpRequest) => exchanges.send(request)),
    wait: add("wait", async (ids: Uint32Array, milliseconds: number | undefined) =>
      Uint32Array.from(await exchanges.wait([...ids], milliseconds)),
    ),
    receive: add("receive", (id: number) => exchanges.receive(id)),
    read: add("read", (id: number, maxBytes: number) => exchanges.read(id, maxBytes)),
    close: add("close", (id: number) => exchanges.close(id)),
  };
}

async function openExchanges(given: HttpGrant, { plugin, functions }: HandOver) {
  const { openHttpExchanges } = await import("@polyplug/wasi");
  const exchanges = openHttpExchanges(plugin, given);
  functions.onEnd(() => exchanges.release());
  return exchanges;
}

function isTransport(given: HttpGrant | HttpTransport): given is HttpTransport {
  return typeof given === "object" && given !== null && "send" in given && typeof given.send === "function";
}
