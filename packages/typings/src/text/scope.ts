import type { Documentation } from "../documentation/documentation.ts";
import type { Owner } from "../world/owner.ts";
import type { TypeLayouts } from "./type-layouts.ts";

/** What everything that is written of one world leans on. */
export interface Scope {
  readonly types: TypeLayouts;
  readonly docs: Documentation;
  /** What the type of an interface is called. */
  readonly faceName: (owner: Owner) => string;
}
