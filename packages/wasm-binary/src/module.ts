import type { RecGroup, SubType } from "./composite-type.ts";
import type { ExternKind, ExternType, GlobalType, MemoryType, TableType } from "./extern-type.ts";
import type { RefType } from "./value-type.ts";

/** Bytes `start` up to, but not including, `end`, counted from the module's first byte. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Entries that were checked and are read when somebody asks. */
export interface EntryRange extends ByteRange {
  readonly count: number;
}

export interface Import {
  readonly module: string;
  readonly name: string;
  readonly type: ExternType;
}

export interface Export {
  readonly name: string;
  readonly kind: ExternKind;
  /** In the index space of `kind`, imports counted. */
  readonly index: number;
}

export interface Table {
  readonly type: TableType;
  /** The constant expression that fills the table; without one it is filled with null. */
  readonly init?: ByteRange;
}

export interface Global {
  readonly type: GlobalType;
  /** The constant expression of its first value. */
  readonly init: ByteRange;
}

/** When a segment is applied: at instantiation, by an instruction, or never. */
export type ElementMode =
  | { readonly kind: "active"; readonly table: number; readonly offset: ByteRange }
  | { readonly kind: "passive" }
  | { readonly kind: "declarative" };

export type ElementItems =
  | { readonly kind: "functions"; readonly indices: readonly number[] }
  | ({ readonly kind: "expressions" } & EntryRange);

/**
 * See {@link https://webassembly.github.io/spec/core/syntax/modules.html#element-segments |
 * structure, element segments}.
 */
export interface ElementSegment {
  readonly mode: ElementMode;
  readonly type: RefType;
  readonly items: ElementItems;
}

/**
 * Where a segment's bytes lie in the module. An active one has both `memory` and `offset`, a passive one neither.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/modules.html#data-segments | structure, data segments}.
 */
export interface DataSegment extends ByteRange {
  /** The memory that instantiation copies the bytes into. */
  readonly memory: number | undefined;
  /** The constant expression of the address that it copies them to. */
  readonly offset: ByteRange | undefined;
}

/** See {@link https://webassembly.github.io/spec/core/appendix/custom.html | appendix, custom sections}. */
export interface CustomSection {
  readonly name: string;
  /** Where `bytes` begin: in the module, or for a component in its file. */
  readonly offset: number;
  /** The content after the name: a view of the module's bytes, not a copy. */
  readonly bytes: Uint8Array;
}

/** One section as it lies in the file. */
export interface Section extends ByteRange {
  readonly id: number;
  /** Where the content begins; `start` is the section's id. */
  readonly content: number;
}

/** What each index refers to, imports first and then the module's own definitions. */
export interface IndexSpaces {
  /** Type indices. */
  readonly functions: readonly number[];
  readonly tables: readonly TableType[];
  readonly memories: readonly MemoryType[];
  readonly globals: readonly GlobalType[];
  /** Type indices. */
  readonly tags: readonly number[];
}

/**
 * A core module as plain data. Lists hold the module's own definitions; {@link Module.indexSpaces} has those of its
 * imports before them. Function bodies, data and constant expressions are ranges of {@link Module.bytes}.
 *
 * See {@link https://webassembly.github.io/spec/core/syntax/modules.html | structure, modules}.
 */
export interface Module {
  /** What was decoded. Not a copy: whoever changes it changes what the ranges mean. */
  readonly bytes: Uint8Array;
  /** Where `bytes` begin in the file: 0, unless the module lies in a component. Only errors count from there. */
  readonly offset: number;
  /** Every section in the order of the file, custom ones as well. */
  readonly sections: readonly Section[];
  readonly types: readonly SubType[];
  /** How `types` fall into recursion groups; a type outside one is a group of its own. */
  readonly recGroups: readonly RecGroup[];
  readonly imports: readonly Import[];
  /** Type indices. */
  readonly functions: readonly number[];
  readonly tables: readonly Table[];
  readonly memories: readonly MemoryType[];
  /** Type indices. */
  readonly tags: readonly number[];
  readonly globals: readonly Global[];
  readonly exports: readonly Export[];
  /** A function index. */
  readonly start: number | undefined;
  readonly elements: readonly ElementSegment[];
  /** What the data count section says; without one, code cannot name data segments. */
  readonly dataCount: number | undefined;
  /** One for each of `functions`: local declarations and instructions. */
  readonly bodies: readonly ByteRange[];
  /** The data segments, to be listed by `readDataSegments`: Go's modules have tens of thousands. */
  readonly data: EntryRange;
  readonly customs: readonly CustomSection[];
  readonly indexSpaces: IndexSpaces;
}
