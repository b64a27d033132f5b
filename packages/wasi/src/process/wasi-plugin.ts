import type { OutputBudget } from "../capabilities/output-bound.ts";
import type { GuestLife } from "./guest-life.ts";

/** What is to be known of a plugin. */
export interface WasiPlugin {
  /** Its name in errors. */
  readonly name: string;
  /**
   * Ends with the plugin and the plugin with it, for a host that ends plugins for reasons of its own. Where it is left
   * out, the plugin ends by what it asks of WASI alone.
   */
  readonly life?: GuestLife | undefined;
  /** What it may write in all, shared by the faces that it looks at. Default: 1 MiB for this face. */
  readonly output?: OutputBudget | undefined;
}
