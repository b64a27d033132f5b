import { type Component, type CustomSection, decodeComponent } from "@polyplug/wasm-binary";
import type { StringEncoding } from "../reference/string-encoding.ts";
import { Resolution } from "./resolution.ts";
import type { DeclaredType } from "./resolved-type.ts";
import { TypeScope } from "./type-scope.ts";
import type { World } from "./world.ts";
import { worldItems } from "./world-items.ts";

/** A world as a binary says it. */
export interface Contract {
  readonly world: World;
  /** How strings lie in the memory of a core module that was built for it. */
  readonly encoding: StringEncoding;
}

const encodingSection = "wit-component-encoding";
const encodings: readonly StringEncoding[] = ["utf8", "utf16", "latin1+utf16"];
const format = 4;
const magic = [0x00, 0x61, 0x73, 0x6d];

/**
 * Reads a world from the binary form in which tools for WIT hand it on, the content of a section `component-type`: a
 * component whose one export is the type of the world, beside a section that says the encoding of strings. `offset` is
 * where the bytes lie in their file.
 *
 * Throws `malformed` for what is not that, and `unsupported` for the form of 2023 and for what no {@link World} holds.
 *
 * See {@link https://docs.rs/wit-component/latest/wit_component/metadata/index.html | wit-component, metadata}.
 */
export function readContract(bytes: Uint8Array, offset = 0): Contract {
  return resolveContract(new Resolution("read contract"), bytes, offset);
}

/** The same with what several of one file have in common. */
export function resolveContract(resolution: Resolution, bytes: Uint8Array, offset: number): Contract {
  if (bytes[0] === format - 1) throw resolution.unsupported("its format is 3, and only 4 is known", offset);
  if (magic.some((byte, index) => bytes[index] !== byte)) throw resolution.malformed("it is no component", offset);
  const component = decodeComponent(bytes, offset);
  const [name, type] = worldType(resolution, component);
  const { imports, exports } = type.scope.resolveDeclared(type, offset);
  const world: World = {
    name,
    imports: worldItems(resolution, imports, offset),
    exports: worldItems(resolution, exports, offset),
  };
  return { world, encoding: encodingOf(resolution, component) };
}

/** The type of the world, which is the one export of the type that the component exports. */
function worldType(resolution: Resolution, { definitions, offset }: Component): [string, DeclaredType<"component">] {
  const scope = new TypeScope(resolution);
  for (const definition of definitions) {
    if (definition.kind === "type") scope.define(definition.type, definition.offset);
    if (definition.kind !== "export" || definition.target.sort !== "type") continue;
    const exported = scope.typeAt(definition.target.index, definition.offset);
    if (exported.kind !== "component") break;
    const [entry, ...more] = scope.resolveDeclared(exported, definition.offset).exports;
    if (entry === undefined || more.length > 0 || entry[1].kind !== "component") break;
    return [entry[0], entry[1]];
  }
  throw resolution.malformed("it does not export the type of a world", offset);
}

function encodingOf(resolution: Resolution, { customs, offset }: Component): StringEncoding {
  const section = customs.find(({ name }) => name === encodingSection);
  if (section === undefined) throw resolution.malformed(`it has no section ${encodingSection}`, offset);
  const [version, code = -1, ...more] = contentOf(section);
  if (version !== undefined && version !== format) {
    throw resolution.unsupported(`its format is ${version}, and only ${format} is known`, section.offset);
  }
  const encoding = encodings[code];
  if (encoding === undefined || more.length > 0) {
    throw resolution.malformed(`the section ${encodingSection} says no encoding`, section.offset);
  }
  return encoding;
}

function contentOf({ bytes }: CustomSection): readonly number[] {
  return [...bytes.subarray(0, 3)];
}
