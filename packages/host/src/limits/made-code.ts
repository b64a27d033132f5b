import type { MeteredModule } from "@polyplug/metering";
import type { Module } from "@polyplug/wasm-binary";

/** What a module imports beside its own since it was made over. */
export interface AddedImports extends Pick<MeteredModule, "namespace" | "memories"> {
  /** Whether one of its memories may grow less than the module says. */
  readonly isBounded: boolean;
}

/** How a module was made over to be held to limits, as it is instantiated and as errors tell of it. */
export interface MadeOver {
  /** Undefined where it imports what it did. */
  readonly added: AddedImports | undefined;
  /** Where in the module as it was the instructions lie which the engine finds at these offsets. */
  originalOffsets(offsets: readonly number[]): readonly (number | undefined)[];
}

/** A module as it is compiled. */
export interface MadeCode extends MadeOver {
  readonly bytes: Uint8Array;
  /** Its functions as they lie there. */
  readonly code: { readonly count: number; readonly start: number; readonly end: number };
}

/** Makes modules over, so that they can be held to limits. The same `key` stands for the same change. */
export interface Meter {
  readonly key: string;
  meterAll(modules: readonly Module[]): readonly MadeCode[];
}
