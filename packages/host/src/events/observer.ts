import type { PluginError } from "@polyplug/errors";
import type { Call } from "../intercept/boundary.ts";
import { siteLabel, type TypedSite } from "../intercept/call-site.ts";
import { settled } from "../intercept/settled.ts";
import type { End } from "../life/life.ts";
import { hasSubscribers, publish } from "../platform/diagnostics.ts";
import { stackRoom } from "../platform/stack-room.ts";
import { isStackExhausted } from "../trap/engine-message.ts";
import type { EventListener, PluginEvent } from "./plugin-event.ts";
import type { PluginStats } from "./plugin-stats.ts";
import { throwLater } from "./throw-later.ts";

type Counts = { -readonly [Count in keyof PluginStats]: PluginStats[Count] };

/** Room for a listener, which has been called before as a rule. */
const hasRoom = stackRoom(32);

/** What a host wants to know of a plugin. */
export interface Observation {
  readonly onEvent?: EventListener | undefined;
  readonly stats?: boolean | undefined;
}

/** Tells whoever wants to know what becomes of a plugin, all its instances together. */
export class Observer {
  readonly stats: PluginStats | undefined;
  readonly #plugin: string;
  readonly #listener: EventListener | undefined;
  readonly #counts: Counts = { calls: 0, milliseconds: 0, faults: 0, restarts: 0 };
  /** Whether somebody wanted to know of calls when the plugin was loaded. */
  readonly #seesCalls: boolean;

  constructor(plugin: string, { onEvent, stats }: Observation) {
    this.#plugin = plugin;
    this.#listener = onEvent;
    this.stats = stats ? this.#counts : undefined;
    this.#seesCalls = stats === true || this.#listens("call");
  }

  /** The function, telling of its calls where somebody wants to know of them. */
  exported(call: Call, site: TypedSite): Call {
    if (!this.#seesCalls || site.function.startsWith("[resource-drop]")) return call;
    const label = siteLabel(site);
    return (...args) => {
      const at = performance.now();
      let result: unknown;
      try {
        result = call(...args);
      } catch (error) {
        this.#called(label, at, error);
        throw error;
      }
      return settled(
        result,
        () => this.#called(label, at, undefined),
        (error) => this.#called(label, at, error),
      );
    };
  }

  /** An instance has ended. */
  ended(end: End, error: PluginError | undefined): void {
    if (end === "disposed") this.disposed();
    if (end !== "poisoned" || error === undefined) return;
    this.#counts.faults++;
    const type = error.code.endsWith("-limit") ? "limit" : "trap";
    if (this.#listens(type)) this.#tell({ type, ...this.#since(performance.now()), export: error.export, error });
  }

  loaded(at: number, error?: PluginError): void {
    if (this.#listens("load")) this.#tell({ type: "load", ...this.#took(at), error });
  }

  restarted(at: number, restarts: number, error?: PluginError): void {
    if (error === undefined) this.#counts.restarts++;
    if (this.#listens("restart")) this.#tell({ type: "restart", ...this.#took(at), restarts, error });
  }

  swapped(at: number, state: number | undefined): void {
    if (this.#listens("swap")) this.#tell({ type: "swap", ...this.#took(at), state });
  }

  /** The record has ended before its time. It is no fault of a call, so that it must be told of where nobody listens too. */
  unrecorded(error: PluginError): void {
    if (this.#listens("record")) this.#tell({ type: "record", ...this.#since(performance.now()), error });
    else throwLater(error);
  }

  disposed(): void {
    if (this.#listens("dispose")) this.#tell({ type: "dispose", ...this.#since(performance.now()) });
  }

  #called(label: string, at: number, error: unknown): void {
    const milliseconds = performance.now() - at;
    this.#counts.calls++;
    this.#counts.milliseconds += milliseconds;
    if (this.#listens("call")) this.#tell({ type: "call", ...this.#since(at), export: label, milliseconds, error });
  }

  #since(at: number): { plugin: string; at: number } {
    return { plugin: this.#plugin, at };
  }

  #took(at: number): { plugin: string; at: number; milliseconds: number } {
    return { plugin: this.#plugin, at, milliseconds: performance.now() - at };
  }

  #listens(type: PluginEvent["type"]): boolean {
    return this.#listener !== undefined || hasSubscribers(`polyplug:${type}`);
  }

  /**
   * Plugins choose how much of the stack is left where one is called by another. Whoever listens is not to fail for want
   * of it, for that would end the process: it is told a moment later then, when nothing of a plugin is on the stack.
   */
  #tell(event: PluginEvent): void {
    if (!hasRoom()) {
      queueMicrotask(() => this.#tell(event));
      return;
    }
    try {
      this.#listener?.(event);
    } catch (error) {
      if (isStackExhausted(error)) queueMicrotask(() => this.#listener?.(event));
      else throwLater(error);
    }
    if (hasSubscribers(`polyplug:${event.type}`)) publish(`polyplug:${event.type}`, event);
  }
}
