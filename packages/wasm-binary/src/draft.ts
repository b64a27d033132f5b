import type { RecGroup, SubType } from "./composite-type.ts";
import type { Scope } from "./decode/scope.ts";
import type { GlobalType, MemoryType, TableType } from "./extern-type.ts";
import type {
  ByteRange,
  CustomSection,
  ElementSegment,
  EntryRange,
  Export,
  Global,
  Import,
  Section,
  Table,
} from "./module.ts";

/** A module while its sections are read: what later sections may refer to is what is here already. */
export interface Draft extends Scope {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly sections: Section[];
  readonly types: SubType[];
  readonly recGroups: RecGroup[];
  typesInScope: number;
  imports: Import[];
  functions: number[];
  tables: Table[];
  memories: MemoryType[];
  tags: number[];
  globals: Global[];
  exports: Export[];
  start: number | undefined;
  elements: ElementSegment[];
  dataCount: number | undefined;
  bodies: ByteRange[];
  data: EntryRange;
  readonly customs: CustomSection[];
  readonly indexSpaces: {
    readonly functions: number[];
    readonly tables: TableType[];
    readonly memories: MemoryType[];
    readonly globals: GlobalType[];
    readonly tags: number[];
  };
}

export function emptyDraft(bytes: Uint8Array, offset: number): Draft {
  return {
    bytes,
    offset,
    sections: [],
    types: [],
    recGroups: [],
    typesInScope: 0,
    imports: [],
    functions: [],
    tables: [],
    memories: [],
    tags: [],
    globals: [],
    exports: [],
    start: undefined,
    elements: [],
    dataCount: undefined,
    bodies: [],
    data: { count: 0, start: 0, end: 0 },
    customs: [],
    indexSpaces: { functions: [], tables: [], memories: [], globals: [], tags: [] },
  };
}
