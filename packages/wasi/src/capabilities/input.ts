import { messageOf, PluginError } from "@polyplug/errors";
import type { Grant, Input } from "../grant.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** What stdin reads from. */
export class InputStream {
  readonly #plugin: string;
  #source: Input | undefined;
  #rest: Uint8Array;

  /** Gives `first`, and then what the source gives; without a source it ends there. */
  constructor(plugin: string, first: Uint8Array, source: Input | undefined) {
    this.#plugin = plugin;
    this.#rest = first;
    this.#source = source;
  }

  /** At most `maxBytes` bytes, an empty array if there are none yet, or `undefined` at the end. */
  read(maxBytes: number): Uint8Array | undefined {
    if (this.#rest.length === 0 && !this.#pull(maxBytes)) return undefined;
    const taken = this.#rest.subarray(0, maxBytes);
    this.#rest = this.#rest.subarray(maxBytes);
    return taken;
  }

  /** Bytes that the next read gives, 1 where only reading can tell, 0 at the end. */
  get available(): number {
    if (this.#rest.length > 0) return this.#rest.length;
    return this.#source === undefined ? 0 : 1;
  }

  /** Asks the source, once it has ended never again. A source may give more than it was asked for. */
  #pull(maxBytes: number): boolean {
    if (this.#source === undefined) return false;
    const chunk = this.#ask(this.#source, maxBytes);
    if (chunk === undefined) {
      this.#source = undefined;
      return false;
    }
    this.#rest = chunk;
    return true;
  }

  #ask(source: Input, maxBytes: number): Uint8Array | undefined {
    let chunk: unknown;
    try {
      chunk = source.read(maxBytes);
    } catch (cause) {
      throw this.#failure(`the host's source failed: ${messageOf(cause)}`, cause);
    }
    if (chunk === undefined || chunk instanceof Uint8Array) return chunk;
    throw this.#failure(`the host's source gave ${nameOf(chunk)}, expected a Uint8Array or undefined`, undefined);
  }

  #failure(reason: string, cause: unknown): PluginError {
    return new PluginError({ code: "trap", action: "read from stdin", reason, plugin: this.#plugin, cause });
  }
}

export function openInput(plugin: string, grant: Grant["stdin"]): InputStream {
  if (grant === undefined) return new InputStream(plugin, new Uint8Array(), undefined);
  if (typeof grant === "string") return new InputStream(plugin, new TextEncoder().encode(grant), undefined);
  if (grant instanceof Uint8Array) return new InputStream(plugin, grant, undefined);
  if (typeof grant === "object" && grant !== null && typeof grant.read === "function") {
    return new InputStream(plugin, new Uint8Array(), grant);
  }
  return refuseGrant(plugin, "stdin", `expected bytes, text or an object with a read method, got ${nameOf(grant)}`);
}
