import { messageOf, PluginError } from "@polyplug/errors";
import type { Grant } from "../grant.ts";
import { defaultOutputBytes } from "../limits.ts";
import { parseByteCount } from "./byte-count.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** What goes out of a plugin by one way, counted over its life. */
export class OutputBound {
  readonly #plugin: string;
  readonly #name: keyof Grant;
  readonly #maxBytes: number;
  #used = 0;

  constructor(plugin: string, name: keyof Grant, maxBytes: number) {
    this.#plugin = plugin;
    this.#name = name;
    this.#maxBytes = maxBytes;
  }

  /** Has `take` pass on as many of the bytes as fit the bound, if any do. That there were more ends the plugin. */
  pass(length: number, take: (fitting: number) => void): void {
    const room = this.#maxBytes - this.#used;
    const fitting = Math.min(length, room);
    // Counted before the host sees it: a sink that calls the plugin again must not find the room unspent.
    this.#used += fitting;
    if (fitting > 0) this.#hand(fitting, take);
    if (length > room) {
      const wanted = this.#maxBytes - room + length;
      throw this.#failure("output-limit", `limit ${this.#name}: ${wanted} bytes used, ${this.#maxBytes} allowed`);
    }
  }

  #hand(fitting: number, take: (fitting: number) => void): void {
    try {
      take(fitting);
    } catch (cause) {
      throw this.#failure("trap", `the host's sink failed: ${messageOf(cause)}`, cause);
    }
  }

  #failure(code: "output-limit" | "trap", reason: string, cause?: unknown): PluginError {
    return new PluginError({ code, action: `write to ${this.#name}`, reason, plugin: this.#plugin, cause });
  }
}

/** The bound that a grant names, or throws `bad-argument`. */
export function readMaxBytes(plugin: string, key: keyof Grant, maxBytes: unknown): number {
  const bytes = parseByteCount(maxBytes ?? defaultOutputBytes);
  if (bytes !== undefined) return bytes;
  const reason = `maxBytes: expected a count of bytes or a size such as "64KiB", got ${nameOf(maxBytes)}`;
  return refuseGrant(plugin, key, reason);
}
