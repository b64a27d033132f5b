import { PluginError } from "@polyplug/errors";
import type { ResourceMapping } from "../canonical/canonical-abi.ts";
import type { HandleType } from "../types/value-type.ts";
import type { HandleTable } from "./handle-table.ts";
import type { ResourceHandle } from "./resource-handle.ts";

/** A value of the host's that was handed over or lent. */
interface Entrusted {
  readonly type: HandleType;
  readonly value: unknown;
  readonly rep: number;
  /** Where the guest has it, if that is a handle that came to be in this call. */
  readonly index: number | undefined;
}

/**
 * The loans of one call: handles that the guest was lent and has to drop before it ends, and handles that the guest lent
 * and gets back when it ends.
 */
export class CallScope {
  /** Handles that the guest was lent and has not dropped. */
  borrows = 0;
  readonly #lent: ResourceHandle[] = [];
  readonly #entrusted: Entrusted[] = [];

  /** The guest lends this handle until the call ends. */
  lend(handle: ResourceHandle): void {
    handle.lends++;
    this.#lent.push(handle);
  }

  /** Remembers what there is to give back in the end. */
  entrust(type: HandleType, value: unknown, rep: number, index?: number): void {
    this.#entrusted.push({ type, value, rep, index });
  }

  /** Ends all loans, in both directions, the last one first. Throws `trap` where the guest kept what it was lent. */
  end(resources: ResourceMapping | undefined): void {
    for (const handle of this.#lent.splice(0)) handle.lends--;
    if (this.borrows !== 0) {
      const reason = `the guest kept ${this.borrows} borrowed ${this.borrows === 1 ? "handle" : "handles"}`;
      throw new PluginError({ code: "trap", action: "end the call", reason });
    }
    for (const { type, value, rep } of this.#entrusted.reverse()) {
      if (type.kind === "borrow") resources?.giveBack?.(type, value, rep);
    }
  }

  /** Undoes what was handed over and lent for a call that did not come about, the last first. */
  abandon(handles: HandleTable, resources: ResourceMapping | undefined): void {
    for (const { type, value, rep, index } of this.#entrusted.reverse()) {
      if (index !== undefined) handles.remove(index);
      resources?.giveBack?.(type, value, rep);
    }
  }
}
