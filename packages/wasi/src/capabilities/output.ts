import { refuseUnknownKeys } from "@polyplug/errors";
import type { Output, OutputGrant, Sink } from "../grant.ts";
import { nameOf } from "./name-of.ts";
import { OutputBound, type OutputBudget, readMaxBytes } from "./output-bound.ts";
import { ownProperties } from "./own-properties.ts";
import { refuseGrant } from "./refuse-grant.ts";

type OutputName = "stdout" | "stderr";

export interface OutputStream {
  /** Whether a guest may take it for a terminal. */
  readonly terminal: boolean;
  /** Takes the whole chunk, which is the stream's from now on, or ends the plugin with a {@link PluginError}. */
  write(chunk: Uint8Array): void;
}

export function openOutput(plugin: string, name: OutputName, grant: Output, budget: OutputBudget): OutputStream {
  if (!isOutputGrant(grant))
    return boundedOutput(openSink(plugin, name, grant), new OutputBound(plugin, name, undefined, budget));
  const own = ownProperties(grant);
  refuseUnknownKeys(`grant ${name} to ${plugin}`, `grant.${name}`, own, ["to", "maxBytes"]);
  const bound = new OutputBound(plugin, name, readMaxBytes(plugin, name, own.maxBytes), budget);
  return boundedOutput(openSink(plugin, name, own.to), bound);
}

/** Where output goes that nobody asked for. It counts nothing, for it costs nothing. */
export const nullOutput: OutputStream = { terminal: false, write: () => undefined };

function isOutputGrant(grant: Output): grant is OutputGrant {
  return typeof grant === "object" && grant !== null && Object.hasOwn(grant, "to");
}

/** Passes on what fits the bound. What would go beyond is cut once at the bound, and that ends the plugin. */
function boundedOutput({ terminal, take }: OpenSink, bound: OutputBound): OutputStream {
  return {
    terminal,
    write: (chunk) =>
      bound.pass(chunk.length, (fitting) => take(fitting < chunk.length ? chunk.slice(0, fitting) : chunk)),
  };
}

interface OpenSink {
  readonly terminal: boolean;
  readonly take: (chunk: Uint8Array) => void;
}

function openSink(plugin: string, name: OutputName, sink: Sink): OpenSink {
  if (typeof sink === "function") return { terminal: false, take: (chunk) => void sink(chunk) };
  if (typeof sink === "object" && sink !== null && typeof sink.write === "function") {
    return { terminal: "isTTY" in sink && sink.isTTY === true, take: (chunk) => void sink.write(chunk) };
  }
  return refuseGrant(plugin, name, `expected a function or an object with a write method, got ${nameOf(sink)}`);
}
