import { ByteReader } from "./byte-reader.ts";
import { decodeCodeSection } from "./decode/code-section.ts";
import { decodeCustomSection } from "./decode/custom-section.ts";
import { decodeDataCountSection } from "./decode/data-count-section.ts";
import { decodeDataSection } from "./decode/data-section.ts";
import { decodeElementSection } from "./decode/element-section.ts";
import { decodeExportSection } from "./decode/export-section.ts";
import { decodeFunctionSection } from "./decode/function-section.ts";
import { decodeGlobalSection } from "./decode/global-section.ts";
import { decodeImportSection } from "./decode/import-section.ts";
import { decodeMemorySection } from "./decode/memory-section.ts";
import { decodeStartSection } from "./decode/start-section.ts";
import { decodeTableSection } from "./decode/table-section.ts";
import { decodeTagSection } from "./decode/tag-section.ts";
import { decodeTypeSection } from "./decode/type-section.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { limits } from "./limits.ts";
import type { Module } from "./module.ts";
import { recognize } from "./recognize.ts";
import { type SectionName, sectionName, sectionPlace } from "./section-name.ts";

const headerSize = 8;
const header = 0x00000001_6d736100n;
const layerOffset = 6;

const decoders: Readonly<Record<SectionName, (reader: ByteReader, draft: Draft) => void>> = {
  custom: (reader, draft) => void draft.customs.push(decodeCustomSection(reader)),
  type: decodeTypeSection,
  import: decodeImportSection,
  function: decodeFunctionSection,
  table: decodeTableSection,
  memory: decodeMemorySection,
  tag: decodeTagSection,
  global: decodeGlobalSection,
  export: decodeExportSection,
  start: decodeStartSection,
  element: decodeElementSection,
  "data count": decodeDataCountSection,
  code: decodeCodeSection,
  data: decodeDataSection,
};

/**
 * Decodes a core module of the current core specification: everything but the insides of function bodies and of custom
 * sections, which are read when somebody asks. Nothing is copied; the result refers to `bytes`.
 *
 * Counts, sizes, names and indices are checked, code and types of expressions are not: a module that this accepts may
 * still be refused by an engine, but one that an engine accepts is accepted here, as long as it keeps to the limits.
 *
 * Throws `not-wasm` or `unsupported` as {@link recognize} does, and `unsupported` for a component or for what goes over
 * one of the {@link limits}; `malformed` for everything else. `offset` and `path` say where.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html | binary format, modules}.
 */
export function decodeModule(bytes: Uint8Array): Module {
  const reader = new ByteReader(bytes, headerSize);
  if (recognize(bytes) === "component") throw reader.unsupported("it is a component, not a core module", layerOffset);
  if (bytes.length > limits.moduleSize) {
    throw reader.unsupported(`it has ${bytes.length} bytes, the limit is ${limits.moduleSize}`, limits.moduleSize);
  }
  return decodeSections(reader);
}

/**
 * Decodes the module that the reader has up to its end, in the middle of a component. Its offsets are counted from its
 * own first byte, those in errors from the file's.
 */
export function decodeNestedModule(outer: ByteReader): Module {
  const reader = outer.rest();
  if (reader.fixed(headerSize, "header") !== header) throw reader.malformed("it is not a core module", 0);
  return decodeSections(reader);
}

function decodeSections(reader: ByteReader): Module {
  const draft = emptyDraft(reader.bytes, reader.inFile(0));
  let last: SectionName = "custom";
  while (reader.remaining > 0) {
    const name = decodeSection(reader, draft, last);
    if (name !== "custom") last = name;
  }
  checkCounts(reader, draft);
  const { typesInScope, ...module } = draft;
  return module;
}

/** See {@link https://webassembly.github.io/spec/core/binary/modules.html#sections | binary format, sections}. */
function decodeSection(reader: ByteReader, draft: Draft, last: SectionName): SectionName {
  const start = reader.offset;
  const id = reader.byte("section id");
  const name = sectionName(id);
  if (name === undefined) throw reader.malformed(`unknown section id ${id}`, start);
  return reader.within(`${name} section`, () => {
    if (name === last && name !== "custom") throw reader.malformed("there is one already", start);
    if (name !== "custom" && sectionPlace(name) < sectionPlace(last)) {
      throw reader.malformed(`it must come before the ${last} section`, start);
    }
    const size = reader.u32("size");
    const content = reader.offset;
    const { end } = reader.skip(size, "content");
    reader.offset = content;
    draft.sections.push({ id, start, content, end });
    reader.upTo(end, "last entry", () => decoders[name](reader, draft));
    return name;
  });
}

/**
 * What only shows once every section is there.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#binary-module | binary format, binary module}.
 */
function checkCounts(reader: ByteReader, draft: Draft): void {
  const { functions, bodies, dataCount, data } = draft;
  if (functions.length !== bodies.length) {
    throw reader.malformed(`function section has ${functions.length} entries, but there is no code section`);
  }
  if (dataCount !== undefined && dataCount !== data.count) {
    throw reader.malformed(`data count section says ${dataCount}, but there is no data section`);
  }
}
