import { type FunctionType, type Item, readFunctionName } from "@polyplug/abi";
import type { Place } from "./place.ts";

/** A function of an interface, a world or a resource. */
export interface Member {
  /** As WIT has it: `transform`, `[method]r.m`. */
  readonly name: string;
  /** Without what says of which resource it is. */
  readonly label: string;
  readonly type: FunctionType;
  readonly place: Place;
}

/** The functions of one resource. */
export interface ResourceMembers {
  readonly constructors: Member[];
  readonly methods: Member[];
  readonly statics: Member[];
}

/** What declares items: an interface, or one side of a world. */
export interface Owner {
  readonly place: Place;
  readonly items: ReadonlyMap<string, Item>;
  /** Those that belong to no resource. */
  readonly functions: readonly Member[];
  readonly resources: ReadonlyMap<string, ResourceMembers>;
}

/** Sorts the functions of an interface or a side of a world by what they belong to. */
export function ownerOf(place: Place, items: ReadonlyMap<string, Item>): Owner {
  const functions: Member[] = [];
  const resources = new Map<string, ResourceMembers>();
  for (const [name, item] of items) {
    if (item.kind === "resource") resources.set(name, { constructors: [], methods: [], statics: [] });
    const read = item.kind === "function" ? readFunctionName(name) : undefined;
    if (item.kind !== "function" || read === undefined) continue;
    const member = { name, label: read.kind === "constructor" ? read.resource : read.name, type: item.type, place };
    if (read.kind === "freestanding") functions.push(member);
    else resources.get(read.resource)?.[`${read.kind}s`].push(member);
  }
  return { place, items, functions, resources };
}
