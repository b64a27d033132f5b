import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parseByteCount } from "../capabilities/byte-count.ts";
import { parseDuration } from "../capabilities/duration.ts";
import { nameOf } from "../capabilities/name-of.ts";
import { ownProperties } from "../capabilities/own-properties.ts";
import { defaultHttpBytes, defaultHttpTimeout } from "../limits.ts";
import type { HttpGrant } from "./http-grant.ts";
import { type Origins, parseOrigin } from "./origins.ts";

/** A grant of `http` that was checked. */
export interface HttpPolicy {
  readonly origins: Origins;
  readonly maxResponse: number;
  readonly maxRequest: number;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Throws `bad-argument` for what is no grant of `http`. */
export function readHttpPolicy(plugin: string, grant: HttpGrant): HttpPolicy {
  const refuse = (path: string, reason: string): never => {
    throw new PluginError({ code: "bad-argument", action: `grant http to ${plugin}`, reason, plugin, path });
  };
  if (typeof grant !== "object" || grant === null) {
    return refuse("grant.http", `expected { allow, maxResponse, maxRequest, timeout }, got ${nameOf(grant)}`);
  }
  const own = ownProperties(grant);
  refuseUnknownKeys(`grant http to ${plugin}`, "grant.http", own, ["allow", "maxResponse", "maxRequest", "timeout"]);
  if (!Array.isArray(own.allow)) {
    return refuse("grant.http.allow", `allow: expected an array of origins, got ${nameOf(own.allow)}`);
  }
  const origins = own.allow.map((text: unknown, index) => {
    const wanted = 'expected an origin such as "https://api.example.com"';
    return parseOrigin(text) ?? refuse(`grant.http.allow[${index}]`, `allow[${index}]: ${wanted}, got ${nameOf(text)}`);
  });
  const bytes = (key: "maxResponse" | "maxRequest"): number => {
    const wanted = 'expected a count of bytes or a size such as "4MiB"';
    const count = parseByteCount(own[key] ?? defaultHttpBytes);
    return count ?? refuse(`grant.http.${key}`, `${key}: ${wanted}, got ${nameOf(own[key])}`);
  };
  const timeout = parseDuration(own.timeout ?? defaultHttpTimeout);
  if (timeout === undefined || timeout <= 0n || timeout > longestTimer) {
    const reason = `timeout: expected a duration of at most 24 days such as "30s", got ${nameOf(own.timeout)}`;
    return refuse("grant.http.timeout", reason);
  }
  return {
    origins: new Set(origins),
    maxResponse: bytes("maxResponse"),
    maxRequest: bytes("maxRequest"),
    timeout: Math.max(1, Number(timeout) / 1e6),
  };
}

/** Nanoseconds that a timer can count: {@link https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html | 2^31 ms}. */
const longestTimer = 24n * 86_400n * 1_000_000_000n;
