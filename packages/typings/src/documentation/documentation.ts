import type { Place } from "../world/place.ts";

/** What comments a contract has. */
export interface Documentation {
  /** On the world itself. */
  readonly world: string | undefined;
  /** On an interface, where it is declared or where the world lists it. */
  interface(side: Place["side"], id: string): string | undefined;
  /** On an item by its name there: `transform`, `[method]r.m`, or a type's; or on a field, a case or a label of a type. */
  item(place: Place, name: string, member?: string): string | undefined;
}

/** Of a binary, which has no comments. */
export const undocumented: Documentation = {
  world: undefined,
  interface: () => undefined,
  item: () => undefined,
};
