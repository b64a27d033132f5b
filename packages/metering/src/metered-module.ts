import type { MemoryType } from "@polyplug/wasm-binary";

/** What a module is to be held to. */
export interface Metering {
  /** Checks of an epoch that another thread raises: to end what runs for too long. */
  readonly time: boolean;
  /** A count of instructions, which ends the same way on every run. */
  readonly fuel: boolean;
}

/** A module made over, and what its instances need of whoever makes them. */
export interface MeteredModule {
  readonly bytes: Uint8Array;
  /**
   * The module name of the imports that were added, under which the module itself imports nothing. One of them is the memory
   * `page`, shared and of one page; what lies where in it `meterPage` says.
   */
  readonly namespace: string;
  /** The memories that were the module's own: it now imports them, under the names `memory 0`, `memory 1`, … */
  readonly memories: readonly MemoryType[];
}
