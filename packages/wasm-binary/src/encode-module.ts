import { PluginError } from "@polyplug/errors";
import { ByteWriter } from "./byte-writer.ts";
import { codeOf } from "./encode/code-of.ts";
import type { Module, Section } from "./module.ts";
import { type SectionName, sectionIds, sectionName, sectionPlace } from "./section-name.ts";

const header: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** Contents of sections, without id and size. Custom sections are not among them. */
export type SectionContents = Readonly<Partial<Record<Exclude<SectionName, "custom">, Uint8Array>>>;

/** The bytes of one section of a module, id and size included. */
interface Piece {
  readonly name: SectionName;
  readonly bytes: Uint8Array;
}

/** The content of a section that is a list: `encodeList(module.imports, encodeImport)`. */
export function encodeList<T>(entries: readonly T[], encode: (writer: ByteWriter, entry: T) => void): Uint8Array {
  return new ByteWriter().list(entries, encode).toBytes();
}

/**
 * Makes a module of these sections, in the order that the format asks for.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#binary-module | binary format, binary module}.
 */
export function encodeModule(contents: SectionContents): Uint8Array {
  return assemble(newPieces(contents));
}

/**
 * Makes a copy of `module` in which the sections of `contents` are replaced, or added where they belong. Every other
 * section, custom ones as well, is kept byte for byte.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#binary-module | binary format, binary module}.
 */
export function replaceSections(module: Module, contents: SectionContents): Uint8Array {
  const pieces = module.sections.map((section): Piece => oldPiece(module, section));
  for (const piece of newPieces(contents)) {
    const old = pieces.findIndex(({ name }) => name === piece.name);
    if (old >= 0) pieces.splice(old, 1, piece);
    else pieces.splice(placeFor(piece.name, pieces), 0, piece);
  }
  return assemble(pieces);
}

function oldPiece({ bytes }: Module, { id, start, end }: Section): Piece {
  const name = sectionName(id);
  if (name !== undefined) return { name, bytes: bytes.subarray(start, end) };
  throw new PluginError({ code: "bad-argument", action: "encode module", reason: `unknown section id ${id}` });
}

function newPieces(contents: SectionContents): Piece[] {
  const names = Object.keys(contents) as (keyof SectionContents)[];
  return names
    .sort((left, right) => sectionPlace(left) - sectionPlace(right))
    .flatMap((name) => {
      const content = contents[name];
      return content
        ? [{ name, bytes: new ByteWriter().section(codeOf(sectionIds, name, "section"), content).toBytes() }]
        : [];
    });
}

/**
 * Right after the section that it must follow, and so before custom sections that stand at the end, some of which must;
 * without one, right before the section that must follow it.
 */
function placeFor(name: SectionName, pieces: readonly Piece[]): number {
  const place = sectionPlace(name);
  const before = pieces.findLastIndex((piece) => piece.name !== "custom" && sectionPlace(piece.name) < place);
  if (before >= 0) return before + 1;
  const after = pieces.findIndex((piece) => piece.name !== "custom");
  return after >= 0 ? after : pieces.length;
}

function assemble(pieces: readonly Piece[]): Uint8Array {
  const writer = new ByteWriter().raw(header);
  for (const { bytes } of pieces) writer.raw(bytes);
  return writer.toBytes();
}
