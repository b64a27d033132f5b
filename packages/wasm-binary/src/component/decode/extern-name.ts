import { printableName } from "@polyplug/errors";
import type { ByteReader } from "../../byte-reader.ts";
import type { ExternName } from "../extern-name.ts";
import {
  isCanonicalVersion,
  isExternName,
  isInterfaceName,
  isLabel,
  isSemver,
  splitPlainName,
  uniqueForm,
} from "../name-grammar.ts";
import type { Sort } from "../sort.ts";

type Attribute = "implements" | "versionSuffix" | "externalId";

const attributes: readonly Attribute[] = ["implements", "versionSuffix", "externalId"];

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#import-and-export-definitions |
 * Binary, import and export definitions}.
 */
export function decodeExternName(reader: ByteReader): ExternName {
  const form = reader.oneOf("name form", ["plain", "plain", "with attributes"]);
  const start = reader.offset;
  const name = reader.name("name");
  if (!isExternName(name)) {
    throw reader.malformed(`"${printableName(name)}" is not a name of an import or export`, start);
  }
  return form === "with attributes" ? { name, ...decodeAttributes(reader, name) } : { name };
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#import-and-export-definitions |
 * Binary, import and export definitions}.
 */
function decodeAttributes(reader: ByteReader, name: string): Partial<Record<Attribute, string>> {
  const found: Partial<Record<Attribute, string>> = {};
  const start = reader.offset;
  reader.list("attribute", { most: attributes.length, leastBytes: 2 }, () => {
    const start = reader.offset;
    const attribute = reader.oneOf("attribute", attributes);
    if (found[attribute] !== undefined) throw reader.malformed("there is one of its kind already", start);
    const value = reader.name("value");
    if (attribute === "implements" && !isInterfaceName(value)) {
      throw reader.malformed(`"${printableName(value)}" is not the name of an interface`, start);
    }
    found[attribute] = value;
  });
  if (found.implements !== undefined && !isLabel(name)) {
    throw reader.malformed("only what has a plain name can implement an interface", start);
  }
  if (found.versionSuffix !== undefined) {
    const [, version = ""] = (found.implements ?? name).split("@");
    if (!isCanonicalVersion(version) || !isSemver(version + found.versionSuffix)) {
      throw reader.malformed(`"${printableName(found.versionSuffix)}" does not make a version with the name`, start);
    }
  }
  return found;
}

/**
 * Takes note of a name and refuses one that is too like another, or that is said to belong to a resource where there is
 * none before it.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#name-uniqueness |
 * Explainer, name uniqueness}.
 */
export function checkExternName(
  reader: ByteReader,
  names: Map<string, Sort>,
  { name, implements: implemented }: ExternName,
  sort: Sort,
  start: number,
): void {
  const unique = uniqueForm(name);
  if (names.has(unique)) throw reader.malformed(`name "${printableName(name)}" is too like one before it`, start);
  names.set(unique, sort);
  if (implemented !== undefined && sort !== "instance") {
    throw reader.malformed(`only an instance can implement an interface, not a ${sort}`, start);
  }
  const { annotation, resource } = splitPlainName(name);
  if (annotation === undefined) return;
  if (sort !== "func") throw reader.malformed(`a ${annotation} is of the sort func, not ${sort}`, start);
  if (names.get(uniqueForm(resource)) !== "type") {
    throw reader.malformed(`there is no resource "${printableName(resource)}" before its ${annotation}`, start);
  }
}
