import { PluginError } from "@polyplug/errors";
import type { PluginStats } from "../events/plugin-stats.ts";
import type { Boundary, Call, HostSuspension } from "../intercept/boundary.ts";
import { siteLabel, type TypedSite } from "../intercept/call-site.ts";
import type { Life } from "../life/life.ts";
import { CallLine, type Reentrance } from "./call-line.ts";
import { HeldSuspension } from "./held-suspension.ts";
import { uncatchableTrap } from "./uncatchable-trap.ts";

/** The boundary of a plugin that waits for promises of its host: its calls stand in a line. */
export class SuspendingBoundary implements Boundary {
  readonly suspension: HostSuspension;
  readonly #held: HeldSuspension | undefined;
  readonly #inner: Boundary;
  readonly #reentrance: Reentrance;
  #line: CallLine | undefined;

  constructor(inner: Boundary, suspension: HostSuspension, reentrance: Reentrance) {
    this.#inner = inner;
    this.suspension = suspension;
    this.#held = suspension instanceof HeldSuspension ? suspension : undefined;
    this.#reentrance = reentrance;
  }

  get stats(): PluginStats | undefined {
    return this.#inner.stats;
  }

  get line(): CallLine {
    if (this.#line === undefined) throw new TypeError("there is no instance yet");
    return this.#line;
  }

  attach(life: Life): void {
    this.#inner.attach(life);
    const { onEnd } = life;
    const waiting = new Set<(reason: unknown) => void>();
    life.waiting = waiting;
    life.onEnd = (end, fault) => {
      this.#held?.end();
      leaveAll(waiting);
      onEnd?.(end, fault);
    };
    this.#line = new CallLine(life, this.#reentrance);
  }

  exported(call: Call, site: TypedSite): Call {
    const queued = this.#inner.exported(this.line.exported(siteLabel(site), call), site);
    return site.function.startsWith("[resource-drop]") ? unattended(queued) : queued;
  }

  imported(call: Call | undefined, site: TypedSite, answers?: "at once" | "as it likes"): Call | undefined {
    const provided = this.#inner.imported(call, site);
    // What stands around it may give a promise all the same.
    if (provided === undefined || (answers === "at once" && provided === call)) return provided;
    const waiting = this.line.imported(provided);
    return this.#held?.provided(waiting) ?? waiting;
  }
}

/** Has an engine leave guests that wait, and will not be resumed: it keeps them for good, and with them their memories. */
function leaveAll(waiting: Set<(reason: unknown) => void>): void {
  const trap = waiting.size === 0 ? undefined : uncatchableTrap();
  if (trap !== undefined) for (const leave of waiting) leave(trap);
  waiting.clear();
}

/** The end of a resource, for which nobody waits. If the plugin fails at it, it says so to the next caller. */
function unattended(drop: Call): Call {
  return (...args) => {
    Promise.resolve(drop(...args)).catch((error: unknown) => {
      if (!PluginError.is(error)) throw error;
    });
  };
}
