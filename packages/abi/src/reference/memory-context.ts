import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import type { Faults } from "../values/faults.ts";

/** What values in memory need of a call. */
export interface MemoryContext extends Faults {
  readonly options: Pick<FunctionOptions, "encoding" | "strings">;
  /** The guest's memory as it is now: any call of the guest may have made it grow, and older views are of no use then. */
  readonly view: DataView;
  bytes(pointer: number, length: number): Uint8Array;
  /** Memory that the guest allocated, checked. */
  allocate(alignment: number, byteLength: number): number;
  /** Memory that the guest allocated in the place of other memory of its, checked. */
  reallocate(old: number, oldSize: number, alignment: number, byteLength: number): number;
  /** Throws unless the bytes are aligned and within memory. `what` begins the reason: `the string is`. */
  checkRange(pointer: number, alignment: number, byteLength: number, what: string): void;
  /** Counts bytes that are lifted, and throws where they are too many in one call. */
  countLifted(byteLength: number): void;
}
