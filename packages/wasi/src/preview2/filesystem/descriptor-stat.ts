import type { Stat } from "../../tree/stat.ts";
import { type Datetime, datetimeOf } from "./file-times.ts";

export type DescriptorType = "directory" | "regular-file" | "symbolic-link";

const descriptorTypes: Readonly<Record<Stat["kind"], DescriptorType>> = {
  directory: "directory",
  file: "regular-file",
  symlink: "symbolic-link",
};

export function descriptorType(kind: Stat["kind"]): DescriptorType {
  return descriptorTypes[kind];
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types, descriptor-stat}. */
export interface DescriptorStat {
  readonly type: DescriptorType;
  readonly linkCount: bigint;
  readonly size: bigint;
  readonly dataAccessTimestamp: Datetime;
  readonly dataModificationTimestamp: Datetime;
  readonly statusChangeTimestamp: Datetime;
}

export function descriptorStat({ kind, links, size, accessed, modified, changed }: Stat): DescriptorStat {
  return {
    type: descriptorType(kind),
    linkCount: BigInt(links),
    size: BigInt(size),
    dataAccessTimestamp: datetimeOf(accessed),
    dataModificationTimestamp: datetimeOf(modified),
    statusChangeTimestamp: datetimeOf(changed),
  };
}
