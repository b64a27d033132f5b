import { suspended } from "@polyplug/abi";
import type { Suspension } from "@polyplug/component";
import { PluginError } from "@polyplug/errors";
import type { HostSuspension } from "../intercept/boundary.ts";
import { runtimeName } from "../platform/node.ts";

/** What TypeScript's libraries do not know of yet. */
interface PromiseIntegration {
  readonly promising: Suspension["promising"];
  readonly Suspending: new (imported: Parameters<Suspension["suspending"]>[0]) => WebAssembly.ImportValue;
}

/** How this engine suspends calls. Throws `unsupported`, with the cure, where it cannot. */
export function engineSuspension(action: string): HostSuspension {
  const api: object = WebAssembly;
  if (!hasPromiseIntegration(api)) {
    const reason =
      `asyncImports needs an engine that suspends WebAssembly, which ${runtimeName()} is not: ` +
      'use Node.js 24 or newer, or isolation: "worker", where host functions may give promises on any';
    throw new PluginError({ code: "unsupported", action, reason, path: "asyncImports" });
  }
  const { promising, Suspending } = api;
  return { promising, suspending: (imported) => new Suspending(imported), awaited: suspended };
}

function hasPromiseIntegration(api: object): api is PromiseIntegration {
  return "promising" in api && "Suspending" in api;
}
