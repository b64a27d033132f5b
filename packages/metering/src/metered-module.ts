import type { MemoryType } from "@polyplug/wasm-binary";

/** What a module is to be held to. */
export interface Metering {
  /** Checks of an epoch that another thread raises: to end what runs for too long. */
  readonly time: boolean;
  /**
   * A count of instructions, which ends the same way on every run: with how much an instance begins, its start function
   * included. Default: they are not counted.
   */
  readonly fuel?: bigint | undefined;
  /**
   * Pages of 64 KiB to which each of the module's own memories may grow; one that begins with more does not grow. Default:
   * what the module and the engine allow.
   */
  readonly memoryPages?: bigint | undefined;
  /**
   * Entries to which each of the module's own tables may grow; one that begins with more does not grow. Default: what the
   * module and the engine allow.
   */
  readonly tableEntries?: bigint | undefined;
}

/** A module made over, and what its instances need of whoever makes them. */
export interface MeteredModule {
  readonly bytes: Uint8Array;
  /** The module name of the imports that were added. The module itself imports nothing under it. */
  readonly namespace: string;
  /** The memories that were the module's own: it now imports them, under the names `memory 0`, `memory 1`, … */
  readonly memories: readonly MemoryType[];
  /** Whether it also imports the memory `epoch`, shared and of one page. A byte that is not 0 at its beginning ends it. */
  readonly hasEpoch: boolean;
  /** The export with the fuel that is left, a mutable global of 64 bits; negative when it has run out. */
  readonly fuel: string | undefined;
}
