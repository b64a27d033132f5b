import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import type { Import } from "../module.ts";
import { decodeExternType } from "./extern-type.ts";
import type { Scope } from "./scope.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#import-section |
 * binary format, import section}.
 */
export function decodeImportSection(reader: ByteReader, draft: Draft): void {
  draft.imports = reader.list("entry", { most: limits.imports, leastBytes: 4 }, () => {
    const entry = decodeImport(reader, draft);
    addToIndexSpace(draft, entry);
    return entry;
  });
}

/** See {@link https://webassembly.github.io/spec/core/binary/modules.html#import-section | binary format, imports}. */
export function decodeImport(reader: ByteReader, scope: Scope): Import {
  const module = reader.name("module name");
  const name = reader.name("name");
  return { module, name, type: decodeExternType(reader, scope) };
}

function addToIndexSpace({ indexSpaces }: Draft, { type }: Import): void {
  switch (type.kind) {
    case "func":
      indexSpaces.functions.push(type.typeIndex);
      return;
    case "table":
      indexSpaces.tables.push(type);
      return;
    case "memory":
      indexSpaces.memories.push(type);
      return;
    case "global":
      indexSpaces.globals.push(type);
      return;
    case "tag":
      indexSpaces.tags.push(type.typeIndex);
  }
}
