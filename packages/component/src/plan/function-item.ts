import type { FunctionType } from "@polyplug/abi";
import type { CanonicalOptions, CoreItem } from "./core-item.ts";

/** A function of values: one that the host gives, or one that the plugin implements. */
export type FunctionItem = ImportedFunction | LiftedFunction;

export interface ImportedFunction {
  readonly kind: "import";
  /** The interface by its id, undefined for a function of the world itself. */
  readonly interface: string | undefined;
  /** As in the world: `write`, `[method]file.read`. */
  readonly name: string;
  readonly type: FunctionType;
}

export interface LiftedFunction {
  readonly kind: "lift";
  readonly core: CoreItem;
  readonly type: FunctionType;
  readonly options: CanonicalOptions;
  /** For messages: `transform`, `acme:text/filter#transform`. */
  readonly name: string;
}

/** Functions of an exported interface by their names in it. */
export type InterfaceFunctions = ReadonlyMap<string, FunctionItem>;

/** How messages speak of a function: `transform`, `acme:text/filter#transform`. */
export function functionLabel(owner: string | undefined, name: string): string {
  return owner === undefined ? name : `${owner}#${name}`;
}
