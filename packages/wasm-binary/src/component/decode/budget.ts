import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";

/** What all nested components and types of one file spend together. */
export class Budget {
  #entries = 0;
  #nested = 0;

  /** Takes place for `count` entries of whatever list. */
  spend(reader: ByteReader, count: number, start: number): void {
    this.#entries += count;
    if (this.#entries <= limits.componentEntries) return;
    throw reader.unsupported(`component has more than ${limits.componentEntries} entries in all its lists`, start);
  }

  /** Takes place for one nested module or component. */
  nest(reader: ByteReader): void {
    if (++this.#nested <= limits.modulesAndComponents) return;
    throw reader.unsupported(`component has more than ${limits.modulesAndComponents} modules and components in it`);
  }
}
