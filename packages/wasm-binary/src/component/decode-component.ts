import { ByteReader } from "../byte-reader.ts";
import { decodeCustomSection } from "../decode/custom-section.ts";
import { decodeNestedModule } from "../decode-module.ts";
import { limits } from "../limits.ts";
import type { CustomSection } from "../module.ts";
import { recognize } from "../recognize.ts";
import type { Component, Definition } from "./component.ts";
import { decodeAlias } from "./decode/alias-section.ts";
import { decodeCanon } from "./decode/canon-section.ts";
import { ComponentScope, plainItem } from "./decode/component-scope.ts";
import { decodeCoreInstance } from "./decode/core-instance-section.ts";
import { decodeCoreType } from "./decode/core-type-section.ts";
import { decodeDeclared } from "./decode/declarators.ts";
import { decodeDefType } from "./decode/def-type.ts";
import { decodeExport } from "./decode/export-section.ts";
import { decodeInstance } from "./decode/instance-section.ts";
import { decodeStart } from "./decode/start-section.ts";
import { decodeValue } from "./decode/value-section.ts";

const headerSize = 8;
const header = 0x0001000d_6d736100n;
const layerOffset = 6;

type Entry = Definition extends infer D ? (D extends Definition ? Omit<D, "offset"> : never) : never;

interface SectionKind {
  readonly name: string;
  /** Whether the section is a list or holds one thing alone. */
  readonly entries: "one" | "many";
  readonly decode: (reader: ByteReader, scope: ComponentScope) => Entry;
}

/** By section id, custom sections aside. */
const sections: readonly (SectionKind | undefined)[] = [
  undefined,
  { name: "core module", entries: "one", decode: decodeModuleDefinition },
  {
    name: "core instance",
    entries: "many",
    decode: (reader, scope) => ({ kind: "core instance", instance: decodeCoreInstance(reader, scope) }),
  },
  {
    name: "core type",
    entries: "many",
    decode: (reader, scope) => ({ kind: "core type", type: decodeCoreType(reader, scope) }),
  },
  { name: "component", entries: "one", decode: decodeComponentDefinition },
  {
    name: "instance",
    entries: "many",
    decode: (reader, scope) => ({ kind: "instance", instance: decodeInstance(reader, scope) }),
  },
  {
    name: "alias",
    entries: "many",
    decode: (reader, scope) => ({ kind: "alias", alias: decodeAlias(reader, scope) }),
  },
  {
    name: "type",
    entries: "many",
    decode: (reader, scope) => ({ kind: "type", type: decodeDefType(reader, scope) }),
  },
  {
    name: "canon",
    entries: "many",
    decode: (reader, scope) => ({ kind: "canon", canon: decodeCanon(reader, scope) }),
  },
  {
    name: "start",
    entries: "one",
    decode: (reader, scope) => ({ kind: "start", ...decodeStart(reader, scope) }),
  },
  {
    name: "import",
    entries: "many",
    decode: (reader, scope) => ({ kind: "import", ...decodeDeclared(reader, scope, scope.imports) }),
  },
  {
    name: "export",
    entries: "many",
    decode: (reader, scope) => ({ kind: "export", ...decodeExport(reader, scope) }),
  },
  {
    name: "value",
    entries: "many",
    decode: (reader, scope) => ({ kind: "value", ...decodeValue(reader, scope) }),
  },
];

/**
 * Decodes a component: every definition of it and of the components in it, and its core modules as `decodeModule` does,
 * with nothing copied; the result refers to `bytes`. `offset` is where these bytes lie in their file, 0 unless they come
 * out of a custom section; offsets in the result and in errors are counted from there.
 *
 * Checked are the grammar of names and that they can be told apart, every index against what was defined before it, and
 * the kinds of types where they show at once. Not checked is whether types agree: that an instance has the export which
 * an alias takes, that arguments fit what they are for, that resources are used where they may be.
 *
 * Throws `not-wasm` or `unsupported` as {@link recognize} does, and `unsupported` for a core module or for what goes over
 * one of the {@link limits}, which bound the nesting and the whole of what a small file can make; `malformed` for
 * everything else. The error's `offset` and `path` say where.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#component-definitions |
 * Binary, component definitions}.
 */
export function decodeComponent(bytes: Uint8Array, offset = 0): Component {
  const reader = new ByteReader(bytes, headerSize, bytes.length, { action: "decode component", offset });
  if (recognize(bytes) === "module") throw reader.unsupported("it is a core module, not a component", layerOffset);
  if (bytes.length > limits.moduleSize) {
    throw reader.unsupported(`it has ${bytes.length} bytes, the limit is ${limits.moduleSize}`, limits.moduleSize);
  }
  return decodeSections(reader, 0, new ComponentScope("component", undefined, reader));
}

function decodeSections(reader: ByteReader, start: number, scope: ComponentScope): Component {
  const definitions: Definition[] = [];
  const customs: CustomSection[] = [];
  while (reader.remaining > 0) decodeSection(reader, scope, definitions, customs);
  const bytes = reader.bytes.subarray(start, reader.end);
  return { bytes, offset: reader.inFile(start), definitions, customs };
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#component-definitions |
 * Binary, component definitions}.
 */
function decodeSection(
  reader: ByteReader,
  scope: ComponentScope,
  definitions: Definition[],
  customs: CustomSection[],
): void {
  const start = reader.offset;
  const id = reader.byte("section id");
  const section = sections[id];
  if (section === undefined && id !== 0) throw reader.malformed(`unknown section id ${id}`, start);
  reader.within(`${section?.name ?? "custom"} section`, () => {
    const { start, end } = reader.skip(reader.u32("size"), "content");
    reader.offset = start;
    reader.upTo(end, "last entry", () => {
      if (section === undefined) {
        const custom = decodeCustomSection(reader);
        customs.push({ ...custom, offset: reader.inFile(custom.offset) });
        return;
      }
      const next = (): void => {
        const offset = reader.inFile(reader.offset);
        definitions.push({ offset, ...section.decode(reader, scope) });
      };
      if (section.entries === "one") next();
      else scope.list(reader, "entry", limits.componentEntries, next);
    });
  });
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#component-definitions |
 * Binary, component definitions}.
 */
function decodeModuleDefinition(reader: ByteReader, scope: ComponentScope): Entry {
  const start = reader.offset;
  scope.budget.nest(reader);
  scope.add(reader, "core module", plainItem, start);
  const module = decodeNestedModule(reader);
  reader.offset = reader.end;
  return { kind: "core module", module, range: { start: reader.inFile(start), end: reader.inFile(reader.end) } };
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#component-definitions |
 * Binary, component definitions}.
 */
function decodeComponentDefinition(reader: ByteReader, scope: ComponentScope): Entry {
  const start = reader.offset;
  scope.budget.nest(reader);
  const inner = new ComponentScope("component", scope, reader);
  if (reader.fixed(headerSize, "header") !== header) throw reader.malformed("it is not a component", start);
  const component = decodeSections(reader, start, inner);
  scope.add(reader, "component", { kind: "component", depth: inner.deepest }, start);
  return { kind: "component", component };
}
