import type { CallSite } from "../../intercept/call-site.ts";
import type { LoadOptions } from "../../load-options.ts";
import type { Contract } from "../../typed/contract.ts";
import { coreFunction } from "./core-packing.ts";
import type { DistantGrant } from "./distant-grant.ts";
import type { WireFunction } from "./packing.ts";
import type { DistantRecord } from "./record-functions.ts";

/** All that a guest is given to load a plugin: data that is copied. */
export interface GuestStart {
  readonly name: string;
  /** What an error says could not be done: `load ./shout.wasm`. */
  readonly action: string;
  readonly bytes: Uint8Array;
  readonly contract: Contract | undefined;
  readonly canonicalAbi: LoadOptions["canonicalAbi"];
  readonly limits: LoadOptions["limits"];
  readonly grant: DistantGrant | undefined;
  /** Where the guest writes what WASI answers it; undefined where nothing is recorded. */
  readonly record: DistantRecord | undefined;
  /** What the host calls, in the order of its indices. */
  readonly exports: readonly Site[];
  /** What the host provides, with the index by which it is asked. */
  readonly imports: readonly (Site & { readonly index: number })[];
  /** The interfaces that the host implements. */
  readonly interfaces: readonly string[];
  /** Numbers that the host provides for globals. */
  readonly globals: readonly GlobalValue[];
  /** What is told that the plugin dropped a resource of the host's. */
  readonly dropped: number;
}

/** A function on the boundary, as both sides find it. */
export type Site = Pick<CallSite, "interface" | "function">;

export interface GlobalValue {
  readonly module: string;
  readonly name: string;
  readonly value: number | bigint;
}

/** What a guest does beside calling the functions of its plugin: it runs a command, and gives its status. */
export const running: { readonly index: number; readonly wire: WireFunction } = {
  index: 0,
  wire: coreFunction([], ["i32"]),
};

/** The index by which it is asked what became of its files. */
export const diffing = 1;

/** Where the functions of the plugin begin. */
export const firstExport = 2;

/** How the host is told that the plugin dropped one of its resources: the number of its type, and its own. */
export const droppedWire: WireFunction = coreFunction(["i32", "i32"], []);
