import type { ResolvedType } from "@polyplug/abi";
import type { Component, Module, Sort } from "@polyplug/wasm-binary";
import type { CoreItem } from "../plan/core-item.ts";
import type { FunctionItem } from "../plan/function-item.ts";
import type { Frame } from "./frame.ts";

/** The exports of an instance by their names. */
export type InstanceItems = ReadonlyMap<string, StaticItem>;

/** The sorts of what core modules export. */
export type CoreItemSort = "core func" | "core table" | "core memory" | "core global" | "core tag";

/** What core modules export and import, with its sort. */
export type SortedCoreItem = { [S in CoreItemSort]: { readonly sort: S; readonly item: CoreItem } }[CoreItemSort];

/** Looks up an export of an instance of a core module. */
export type CoreInstanceItems = (name: string) => SortedCoreItem | undefined;

/**
 * What an index of a component stands for once the component's imports are known, and before anything runs: functions
 * with where they come from, instances as what they export, components with what lies around them.
 */
export type StaticItem =
  | { readonly sort: "func"; readonly function: FunctionItem }
  | { readonly sort: "type"; readonly type: ResolvedType }
  | { readonly sort: "instance"; readonly items: InstanceItems }
  | { readonly sort: "component"; readonly component: Component; readonly within: Frame }
  | { readonly sort: "core module"; readonly module: Module }
  | { readonly sort: "core instance"; readonly items: CoreInstanceItems }
  /** Values are not there yet; their indices are. */
  | { readonly sort: "value" }
  | SortedCoreItem;

export type ItemOf<S extends Sort> = Extract<StaticItem, { readonly sort: S }>;
