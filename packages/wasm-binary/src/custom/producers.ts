import { limits } from "../limits.ts";
import type { Module } from "../module.ts";
import { readCustom } from "./custom-reader.ts";

/** A tool or language and its version. Either may be any text, empty as well. */
export type ProducerVersion = readonly [name: string, version: string];

/** What made a module, as it says itself. */
export interface Producers {
  readonly language: readonly ProducerVersion[];
  readonly processedBy: readonly ProducerVersion[];
  readonly sdk: readonly ProducerVersion[];
}

/**
 * Reads the producers section; every list is empty when there is none. Fields of unknown names are passed over.
 *
 * Throws `malformed` when the section is at fault, which says nothing about the module itself.
 *
 * See {@link https://github.com/WebAssembly/tool-conventions/blob/main/ProducersSection.md |
 * tool conventions, producers section}.
 */
export function readProducers({ customs, offset }: Pick<Module, "customs" | "offset">): Producers {
  const fields = new Map<string, ProducerVersion[]>();
  readCustom(customs, "producers", { action: "decode module", offset }, (reader) => {
    reader.list("field", { most: limits.producers, leastBytes: 2 }, () => {
      const start = reader.offset;
      const field = reader.name("name");
      if (fields.has(field)) throw reader.malformed(`field ${JSON.stringify(field)} is there twice`, start);
      const bounds = { most: limits.producers, leastBytes: 2 };
      const read = (): ProducerVersion => [reader.name("name"), reader.name("version")];
      fields.set(field, reader.list("value", bounds, read));
    });
  });
  return {
    language: fields.get("language") ?? [],
    processedBy: fields.get("processed-by") ?? [],
    sdk: fields.get("sdk") ?? [],
  };
}
