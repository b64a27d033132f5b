import type { ByteReader } from "../byte-reader.ts";
import { limits } from "../limits.ts";
import type { Module } from "../module.ts";
import { readCustom } from "./custom-reader.ts";

/** Names by index. */
export type NameMap = ReadonlyMap<number, string>;

/** Names by the index of what they belong to, then by their own. */
export type IndirectNameMap = ReadonlyMap<number, NameMap>;

/**
 * What the name section calls things. They are a guest's words: nothing makes them unique, short or printable.
 *
 * See {@link https://webassembly.github.io/spec/core/appendix/custom.html#name-section | appendix, name section}.
 */
export interface Names {
  readonly module: string | undefined;
  readonly functions: NameMap;
  /** By function, parameters counted. */
  readonly locals: IndirectNameMap;
  /** By function. */
  readonly labels: IndirectNameMap;
  readonly types: NameMap;
  readonly tables: NameMap;
  readonly memories: NameMap;
  readonly globals: NameMap;
  readonly elements: NameMap;
  readonly data: NameMap;
  /** By type. */
  readonly fields: IndirectNameMap;
  readonly tags: NameMap;
}

type Kind = Exclude<keyof Names, "module">;

/** Subsections by id; 0 is the module's own name. */
const subsections: readonly (Kind | undefined)[] = [
  undefined,
  "functions",
  "locals",
  "labels",
  "types",
  "tables",
  "memories",
  "globals",
  "elements",
  "data",
  "fields",
  "tags",
];

/**
 * Reads the name section; every map is empty when there is none. Subsections of unknown ids are passed over.
 *
 * Throws `malformed` when the section is at fault, which says nothing about the module itself.
 *
 * See {@link https://webassembly.github.io/spec/core/appendix/custom.html#name-section | appendix, name section}.
 */
export function readNames({ customs, offset }: Pick<Module, "customs" | "offset">): Names {
  const names = {
    module: undefined as string | undefined,
    functions: new Map<number, string>(),
    locals: new Map<number, NameMap>(),
    labels: new Map<number, NameMap>(),
    types: new Map<number, string>(),
    tables: new Map<number, string>(),
    memories: new Map<number, string>(),
    globals: new Map<number, string>(),
    elements: new Map<number, string>(),
    data: new Map<number, string>(),
    fields: new Map<number, NameMap>(),
    tags: new Map<number, string>(),
  };
  readCustom(customs, "name", { action: "decode module", offset }, (reader) => {
    while (reader.remaining > 0) {
      readSubsection(reader, (id) => {
        if (id === 0) names.module = reader.name("name");
        const kind = subsections[id];
        if (kind === "locals" || kind === "labels" || kind === "fields") readIndirectNameMap(reader, names[kind]);
        else if (kind !== undefined) readNameMap(reader, names[kind]);
        else if (id !== 0) reader.skip(reader.remaining, "subsection");
      });
    }
  });
  return names;
}

function readSubsection(reader: ByteReader, read: (id: number) => void): void {
  const id = reader.byte("subsection id");
  reader.within(id === 0 ? "module" : (subsections[id] ?? `subsection ${id}`), () => {
    const size = reader.u32("size");
    const { start, end } = reader.skip(size, "content");
    reader.offset = start;
    reader.upTo(end, "last entry", () => read(id));
  });
}

/** See {@link https://webassembly.github.io/spec/core/appendix/custom.html#name-maps | appendix, name maps}. */
export function readNameMap(reader: ByteReader, names: Map<number, string>): void {
  reader.list("entry", { most: limits.names, leastBytes: 2 }, () => {
    const start = reader.offset;
    const index = reader.u32("index");
    if (names.has(index)) throw reader.malformed(`index ${index} is named twice`, start);
    names.set(index, reader.name("name"));
  });
}

/**
 * See {@link https://webassembly.github.io/spec/core/appendix/custom.html#indirect-name-maps |
 * appendix, indirect name maps}.
 */
function readIndirectNameMap(reader: ByteReader, names: Map<number, NameMap>): void {
  reader.list("entry", { most: limits.names, leastBytes: 2 }, () => {
    const start = reader.offset;
    const index = reader.u32("index");
    if (names.has(index)) throw reader.malformed(`index ${index} is there twice`, start);
    const inner = new Map<number, string>();
    readNameMap(reader, inner);
    names.set(index, inner);
  });
}
