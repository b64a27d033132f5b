import { messageOf, PluginError, printable } from "@polyplug/errors";
import { type Component, type Module, readComponentNames, readNames } from "@polyplug/wasm-binary";
import type { DecodedSource } from "../decode-source.ts";
import type { PluginMetadata } from "./plugin-metadata.ts";
import { readRegistryMetadata } from "./read-registry-metadata.ts";

/** The metadata, and what is wrong with the sections that it would be in. */
export interface ReadMetadata {
  readonly metadata: PluginMetadata;
  readonly notes: readonly string[];
}

type Field = keyof PluginMetadata;

/** Fields that are a custom section each, of the same name, with nothing in it but the text. */
const sections = ["version", "authors", "description", "licenses", "source", "homepage", "revision"] as const;

/** In bytes, our own. JSON may take fifty times as much when it is read. */
const longestSection = 2 ** 20;

/** In characters, our own: a licence fits, and whoever lists a folder of plugins prints no books. */
const longest = 4_096;

/**
 * The metadata of a core module or a component. What a component itself does not say is taken from the first core module
 * in it: a language's tools may write it before there is a component. A section that is there twice counts once.
 *
 * See {@link https://docs.rs/wasm-metadata | the crate `wasm-metadata`}, whose sections these are.
 */
export function readMetadata({ module, component }: DecodedSource): ReadMetadata {
  const found = new Map<Field, string>();
  const notes: string[] = [];
  for (const part of [component ?? module, firstModule(component)]) {
    if (part !== undefined) collect(part, found, notes);
  }
  return { metadata: Object.fromEntries(found), notes };
}

function firstModule(component: Component | undefined): Module | undefined {
  const first = component?.definitions.find((definition) => definition.kind === "core module");
  return first?.module;
}

function collect(part: Module | Component, found: Map<Field, string>, notes: string[]): void {
  const keep = (field: Field, text: string | undefined): void => {
    if (text === undefined || text === "" || found.has(field)) return;
    found.set(field, printable(text.length > longest ? cut(text) : text));
  };
  const read = (section: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      notes.push(PluginError.is(error) ? error.reason : printable(`${section} section: ${messageOf(error)}`));
    }
  };
  read("name", () => keep("name", nameOf(part)));
  for (const section of sections) {
    read(section, () => keep(section, textOf(part, section)));
  }
  read("registry-metadata", () => {
    const text = textOf(part, "registry-metadata");
    if (text === undefined) return;
    for (const [field, value] of Object.entries(readRegistryMetadata(text))) keep(field as Field, value);
  });
}

/** Never between the two halves of a character. */
function cut(text: string): string {
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function nameOf(part: Module | Component): string | undefined {
  return "definitions" in part ? readComponentNames(part).component : readNames(part).module;
}

function textOf({ customs }: Module | Component, section: string): string | undefined {
  const bytes = customs.find(({ name }) => name === section)?.bytes;
  if (bytes === undefined) return undefined;
  if (bytes.length > longestSection) throw new RangeError(`${bytes.length} bytes, ${longestSection} are read at most`);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
