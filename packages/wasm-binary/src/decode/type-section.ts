import type { ByteReader } from "../byte-reader.ts";
import type { CompositeType, FieldType, RecGroup, SubType } from "../composite-type.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import { decodeMutability } from "./extern-type.ts";
import { decodeTypeIndex } from "./indices.ts";
import type { Scope } from "./scope.ts";
import { decodeValType } from "./value-type.ts";

/** Types while they are read. In a component there is `undefined` where a type is none of a core module's. */
export interface TypeDraft extends Scope {
  readonly types: (SubType | undefined)[];
  readonly recGroups: RecGroup[];
  typesInScope: number;
}

const groupCode = 0x4e;
const finalCode = 0x4f;
const openCode = 0x50;

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#type-section | binary format, type section}.
 */
export function decodeTypeSection(reader: ByteReader, draft: Draft): void {
  const depths: number[] = [];
  reader.list("entry", { most: limits.recursionGroups, leastBytes: 2 }, () => decodeRecType(reader, draft, depths));
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#recursive-types |
 * binary format, recursive types}.
 */
export function decodeRecType(reader: ByteReader, draft: TypeDraft, depths: number[]): void {
  const first = draft.types.length;
  const start = reader.offset;
  const grouped = reader.peek() === groupCode;
  if (grouped) reader.offset++;
  const size = grouped ? reader.count("type", { most: limits.recursionGroupSize, leastBytes: 2 }) : 1;
  if (first + size > limits.types) {
    throw reader.unsupported(`module has more than ${limits.types} types`, start);
  }
  draft.recGroups.push({ first, size });
  draft.typesInScope = first + size;
  const decodeNext = (): void => {
    draft.types.push(decodeSubType(reader, draft, depths));
  };
  if (grouped) reader.times(size, "type", decodeNext);
  else decodeNext();
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#recursive-types |
 * binary format, recursive types}.
 */
function decodeSubType(reader: ByteReader, draft: TypeDraft, depths: number[]): SubType {
  const code = reader.peek();
  const declares = code === finalCode || code === openCode;
  if (declares) reader.offset++;
  const supertypes = declares ? decodeSupertypes(reader, draft, depths) : [];
  if (!declares) depths.push(0);
  return { final: code !== openCode, supertypes, composite: decodeCompositeType(reader, draft) };
}

/** A supertype must come before its subtypes, which is what keeps the hierarchy free of circles. */
function decodeSupertypes(reader: ByteReader, draft: TypeDraft, depths: number[]): number[] {
  const start = reader.offset;
  const supertypes = reader.list("supertype", { most: limits.supertypes, leastBytes: 1 }, () => {
    const start = reader.offset;
    const index = decodeTypeIndex(reader, draft);
    if (index >= draft.types.length) throw reader.malformed(`type ${index} does not come before its subtype`, start);
    if (draft.types[index]?.final) throw reader.malformed(`type ${index} is final`, start);
    return index;
  });
  const depth = Math.max(-1, ...supertypes.map((index) => depths[index] ?? 0)) + 1;
  if (depth > limits.subtypingDepth) {
    throw reader.unsupported(`type has ${depth} supertypes above it, the limit is ${limits.subtypingDepth}`, start);
  }
  depths.push(depth);
  return supertypes;
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#composite-types |
 * binary format, composite types}.
 */
function decodeCompositeType(reader: ByteReader, scope: Scope): CompositeType {
  const start = reader.offset;
  const code = reader.byte("type");
  switch (code) {
    case 0x60: {
      const params = reader.list("parameter", { most: limits.params, leastBytes: 1 }, () =>
        decodeValType(reader, scope),
      );
      const results = reader.list("result", { most: limits.results, leastBytes: 1 }, () =>
        decodeValType(reader, scope),
      );
      return { kind: "func", type: { params, results } };
    }
    case 0x5f: {
      const bounds = { most: limits.structFields, leastBytes: 2 };
      return { kind: "struct", fields: reader.list("field", bounds, () => decodeFieldType(reader, scope)) };
    }
    case 0x5e:
      return { kind: "array", element: decodeFieldType(reader, scope) };
    default:
      throw reader.unknown("type", code, start);
  }
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#composite-types |
 * binary format, composite types}.
 */
function decodeFieldType(reader: ByteReader, scope: Scope): FieldType {
  const packed = packedTypes.get(reader.peek());
  if (packed !== undefined) reader.offset++;
  const storage = packed ?? decodeValType(reader, scope);
  return { mutable: decodeMutability(reader), storage };
}

const packedTypes: ReadonlyMap<number, "i8" | "i16"> = new Map([
  [0x78, "i8"],
  [0x77, "i16"],
]);
