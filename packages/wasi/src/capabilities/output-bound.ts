import { messageOf, PluginError } from "@polyplug/errors";
import type { Grant } from "../grant.ts";
import { defaultOutputBytes } from "../limits.ts";
import { parseByteCount } from "./byte-count.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** What a plugin may write in all, to stdout, stderr and the log. One object is shared by all of them, and counts. */
export interface OutputBudget {
  /** Bytes. Undefined where nobody said: 1 MiB, which does not bound a way whose grant has a bound of its own. */
  readonly allowed: number | undefined;
  used: number;
}

/** One count, and what it may come to. */
interface Bound {
  /** What messages call it. */
  readonly name: string;
  /** The option that sets it. */
  readonly path: string;
  readonly allowed: number;
  readonly count: { used: number };
}

/** What goes out of a plugin by one way, counted over its life, and with what goes out by others. */
export class OutputBound {
  readonly #plugin: string;
  readonly #name: keyof Grant;
  readonly #bounds: readonly [Bound, ...Bound[]];

  constructor(plugin: string, name: keyof Grant, maxBytes: number | undefined, budget: OutputBudget) {
    this.#plugin = plugin;
    this.#name = name;
    const limit = "limits.output";
    const total = { name: limit, path: limit, allowed: budget.allowed ?? defaultOutputBytes, count: budget };
    const path = `grant.${name}.maxBytes`;
    const own = maxBytes === undefined ? [] : [{ name: `limit ${name}`, path, allowed: maxBytes, count: { used: 0 } }];
    const [first] = own;
    this.#bounds = first !== undefined && budget.allowed === undefined ? [first] : [total, ...own];
  }

  /** Bytes that still fit. */
  get room(): number {
    return Math.min(...this.#bounds.map(roomIn));
  }

  /** Has `take` pass on as many of the bytes as fit the bound, if any do. That there were more ends the plugin. */
  pass(length: number, take: (fitting: number) => void): void {
    const tightest = this.#bounds.reduce((least, bound) => (roomIn(bound) < roomIn(least) ? bound : least));
    const room = roomIn(tightest);
    const wanted = tightest.count.used + length;
    const fitting = Math.min(length, room);
    // Counted before the host sees it: a sink that calls the plugin again must not find the room unspent.
    for (const { count } of this.#bounds) count.used += fitting;
    if (fitting > 0) this.#hand(fitting, take);
    if (length > room) {
      const { name, path, allowed } = tightest;
      throw this.#failure("output-limit", `${name}: ${wanted} bytes used, ${allowed} allowed`, { path });
    }
  }

  #hand(fitting: number, take: (fitting: number) => void): void {
    try {
      take(fitting);
    } catch (cause) {
      throw this.#failure("trap", `the host's sink failed: ${messageOf(cause)}`, { cause });
    }
  }

  #failure(
    code: "output-limit" | "trap",
    reason: string,
    more: { readonly path?: string; readonly cause?: unknown },
  ): PluginError {
    return new PluginError({ code, action: `write to ${this.#name}`, reason, plugin: this.#plugin, ...more });
  }
}

function roomIn({ allowed, count }: Bound): number {
  return Math.max(allowed - count.used, 0);
}

/** The bound that a grant names, if it names one, or throws `bad-argument`. */
export function readMaxBytes(plugin: string, key: keyof Grant, maxBytes: unknown): number | undefined {
  if (maxBytes === undefined) return undefined;
  const bytes = parseByteCount(maxBytes);
  if (bytes !== undefined) return bytes;
  const reason = `maxBytes: expected a count of bytes or a size such as "64KiB", got ${nameOf(maxBytes)}`;
  return refuseGrant(plugin, key, reason);
}
