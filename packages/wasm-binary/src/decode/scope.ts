import type { SubType } from "../composite-type.ts";
import type { IndexSpaces, Module } from "../module.ts";

/** What indices may refer to at the place that is being read. */
export interface Scope {
  readonly types: readonly (SubType | undefined)[];
  /** Type indices below this one may be named: inside a recursion group, those of the whole group. */
  readonly typesInScope: number;
  readonly indexSpaces: IndexSpaces;
}

/** Everything that a decoded module has. */
export function wholeScope({ types, indexSpaces }: Module): Scope {
  return { types, typesInScope: types.length, indexSpaces };
}
