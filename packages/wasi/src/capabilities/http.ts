import { PluginError } from "@polyplug/errors";
import type { Grant } from "../grant.ts";
import { readHttpPolicy } from "../http/http-policy.ts";
import type { HttpTransport } from "../http/http-transport.ts";

/** What sends a plugin's requests and waits for the answers. A grant alone does not, for this thread must not wait. */
export function openHttp(plugin: string, grant: Grant["http"]): HttpTransport | undefined {
  if (grant === undefined) return undefined;
  if (isTransport(grant)) return grant;
  readHttpPolicy(plugin, grant);
  throw new PluginError({
    code: "unsupported",
    action: `grant http to ${plugin}`,
    reason: 'a plugin cannot wait for a response in the thread of its host; load it with isolation: "worker"',
    plugin,
    path: "grant.http",
  });
}

function isTransport(grant: NonNullable<Grant["http"]>): grant is HttpTransport {
  return typeof grant === "object" && grant !== null && typeof Reflect.get(grant, "send") === "function";
}
