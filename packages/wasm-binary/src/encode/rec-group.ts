import type { ByteWriter } from "../byte-writer.ts";
import type { CompositeType, FieldType, SubType } from "../composite-type.ts";
import { codeOf } from "./code-of.ts";
import { encodeValType } from "./value-type.ts";

/**
 * One entry of the type section. A group of one is written as a type of its own, which means the same.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#recursive-types |
 * binary format, recursive types}.
 */
export function encodeRecGroup(writer: ByteWriter, types: readonly SubType[]): void {
  const [only] = types;
  if (types.length === 1 && only !== undefined) encodeSubType(writer, only);
  else writer.byte(0x4e).list(types, encodeSubType);
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#recursive-types |
 * binary format, recursive types}.
 */
export function encodeSubType(writer: ByteWriter, { final, supertypes, composite }: SubType): void {
  if (!final || supertypes.length > 0) {
    writer.byte(final ? 0x4f : 0x50).list(supertypes, (inner, index) => inner.u32(index));
  }
  encodeCompositeType(writer, composite);
}

const compositeCodes: Readonly<Record<CompositeType["kind"], number>> = { func: 0x60, struct: 0x5f, array: 0x5e };

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#composite-types |
 * binary format, composite types}.
 */
function encodeCompositeType(writer: ByteWriter, composite: CompositeType): void {
  writer.byte(codeOf(compositeCodes, composite.kind, "composite type"));
  switch (composite.kind) {
    case "func":
      writer.list(composite.type.params, encodeValType).list(composite.type.results, encodeValType);
      return;
    case "struct":
      writer.list(composite.fields, encodeFieldType);
      return;
    case "array":
      encodeFieldType(writer, composite.element);
  }
}

function encodeFieldType(writer: ByteWriter, { mutable, storage }: FieldType): void {
  if (storage === "i8") writer.byte(0x78);
  else if (storage === "i16") writer.byte(0x77);
  else encodeValType(writer, storage);
  writer.byte(mutable ? 1 : 0);
}
