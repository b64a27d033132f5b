import { PluginError } from "@polyplug/errors";
import type { ResourceHandle } from "./resource-handle.ts";

/**
 * The loans of one call: handles that the guest was lent and has to drop before it ends, and handles that the guest lent
 * and gets back when it ends.
 */
export class CallScope {
  /** Handles that the guest was lent and has not dropped. */
  borrows = 0;
  readonly #lent: ResourceHandle[] = [];

  /** The guest lends this handle until the call ends. */
  lend(handle: ResourceHandle): void {
    handle.lends++;
    this.#lent.push(handle);
  }

  /** Gives back what the guest lent. Throws `trap` where the guest kept what it was lent. */
  end(): void {
    for (const handle of this.#lent.splice(0)) handle.lends--;
    if (this.borrows === 0) return;
    const reason = `the guest kept ${this.borrows} borrowed ${this.borrows === 1 ? "handle" : "handles"}`;
    throw new PluginError({ code: "trap", action: "end the call", reason });
  }
}
