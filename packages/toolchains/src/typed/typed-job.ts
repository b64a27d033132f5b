import type { Toolchain } from "@polyplug/build";
import type { BuiltTypedGuest } from "@polyplug/built-guests";
import type { Wanted } from "../artifact-cache.ts";
import type { Unavailable } from "../equip.ts";
import type { Machine } from "../machine.ts";
import type { Slots } from "../slots.ts";
import type { WitTools } from "../wit-tools/wit-tools.ts";
import type { TypedCompiler } from "./typed-compiler.ts";
import type { FailedTypedGuest, TypedGuest } from "./typed-guest.ts";

/** A guest on its way through a compiler. */
export interface TypedJob {
  readonly guest: TypedGuest;
  /** What messages call the step: `build strings/rust for core`. */
  readonly task: string;
  readonly wanted: Wanted;
}

/** What a guest is built with. */
export interface TypedMeans {
  readonly compiler: TypedCompiler;
  readonly toolchain: Toolchain;
  readonly machine: Machine;
  readonly tools: WitTools;
  readonly slots: Slots;
}

/** What came of a job. */
export type JobResult = Pick<BuiltTypedGuest, "path" | "newest"> | Pick<FailedTypedGuest, "error"> | Unavailable;

/** What came of the jobs, in their order. */
export type JobResults = ReadonlyMap<TypedGuest, JobResult>;
