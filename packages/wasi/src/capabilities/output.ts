import { messageOf, PluginError, refuseUnknownKeys } from "@polyplug/errors";
import type { Output, OutputGrant, Sink } from "../grant.ts";
import { defaultOutputBytes } from "../limits.ts";
import { parseByteCount } from "./byte-count.ts";
import { nameOf } from "./name-of.ts";
import { ownProperties } from "./own-properties.ts";
import { refuseGrant } from "./refuse-grant.ts";

type OutputName = "stdout" | "stderr";

export interface OutputStream {
  /** Whether a guest may take it for a terminal. */
  readonly terminal: boolean;
  /** Takes the whole chunk, which is the stream's from now on, or ends the plugin with a {@link PluginError}. */
  write(chunk: Uint8Array): void;
}

export function openOutput(plugin: string, name: OutputName, grant: Output): OutputStream {
  if (!isOutputGrant(grant)) return new BoundedOutput(plugin, name, openSink(plugin, name, grant), defaultOutputBytes);
  const own = ownProperties(grant);
  refuseUnknownKeys(`grant ${name} to ${plugin}`, `grant.${name}`, own, ["to", "maxBytes"]);
  const maxBytes = parseByteCount(own.maxBytes ?? defaultOutputBytes);
  if (maxBytes === undefined) {
    return refuseGrant(
      plugin,
      name,
      `maxBytes: expected a count of bytes or a size such as "64KiB", got ${nameOf(own.maxBytes)}`,
    );
  }
  return new BoundedOutput(plugin, name, openSink(plugin, name, own.to), maxBytes);
}

/** Where output goes that nobody asked for. It counts nothing, for it costs nothing. */
export const nullOutput: OutputStream = { terminal: false, write: () => undefined };

function isOutputGrant(grant: Output): grant is OutputGrant {
  return typeof grant === "object" && grant !== null && Object.hasOwn(grant, "to");
}

interface OpenSink {
  readonly terminal: boolean;
  take(chunk: Uint8Array): void;
}

function openSink(plugin: string, name: OutputName, sink: Sink): OpenSink {
  if (typeof sink === "function") return { terminal: false, take: (chunk) => void sink(chunk) };
  if (typeof sink === "object" && sink !== null && typeof sink.write === "function") {
    return { terminal: "isTTY" in sink && sink.isTTY === true, take: (chunk) => void sink.write(chunk) };
  }
  return refuseGrant(plugin, name, `expected a function or an object with a write method, got ${nameOf(sink)}`);
}

/** Passes on what fits the bound. What would go beyond is cut once at the bound, and that ends the plugin. */
class BoundedOutput implements OutputStream {
  readonly terminal: boolean;
  readonly #plugin: string;
  readonly #name: OutputName;
  readonly #sink: OpenSink;
  readonly #maxBytes: number;
  #used = 0;

  constructor(plugin: string, name: OutputName, sink: OpenSink, maxBytes: number) {
    this.terminal = sink.terminal;
    this.#plugin = plugin;
    this.#name = name;
    this.#sink = sink;
    this.#maxBytes = maxBytes;
  }

  write(chunk: Uint8Array): void {
    const room = this.#maxBytes - this.#used;
    const fitting = chunk.length <= room ? chunk : chunk.slice(0, room);
    // Counted before the host sees it: a sink that calls the plugin again must not find the room unspent.
    this.#used += fitting.length;
    if (fitting.length > 0) this.#pass(fitting);
    if (chunk.length > room) {
      const wanted = this.#maxBytes - room + chunk.length;
      throw this.#failure("output-limit", `limit ${this.#name}: ${wanted} bytes used, ${this.#maxBytes} allowed`);
    }
  }

  #pass(chunk: Uint8Array): void {
    try {
      this.#sink.take(chunk);
    } catch (cause) {
      throw this.#failure("trap", `the host's sink failed: ${messageOf(cause)}`, cause);
    }
  }

  #failure(code: "output-limit" | "trap", reason: string, cause?: unknown): PluginError {
    return new PluginError({ code, action: `write to ${this.#name}`, reason, plugin: this.#plugin, cause });
  }
}
