import {
  type Alias,
  ByteWriter,
  type Canon,
  type CanonOptions,
  type ExternName,
  type Sort,
} from "@polyplug/wasm-binary";
import type { Draft, Placeless } from "./component-draft.ts";
import { encodeCoreType, encodeDefType, encodeExternType, encodeOptional, encodeValType } from "./encode-type.ts";

const preamble = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];

const sectionIds: Readonly<Record<Draft["kind"], number>> = {
  "core module": 1,
  "core instance": 2,
  "core type": 3,
  component: 4,
  instance: 5,
  alias: 6,
  type: 7,
  canon: 8,
  start: 9,
  import: 10,
  export: 11,
  value: 12,
};

/** Sections that hold one thing and no list. */
const lone = new Set<Draft["kind"]>(["core module", "component", "start"]);

/** Definitions of one kind that follow each other share a section. */
export function encodeComponent(definitions: readonly Draft[]): Uint8Array {
  const writer = new ByteWriter().raw(preamble);
  for (let next = 0; next < definitions.length; ) {
    const kind = definitions[next]?.kind ?? "type";
    let end = next + 1;
    while (!lone.has(kind) && definitions[end]?.kind === kind) end++;
    const run = definitions.slice(next, end);
    const content = new ByteWriter();
    if (lone.has(kind)) for (const only of run) encodeDefinition(content, only);
    else content.list(run, encodeDefinition);
    writer.section(sectionIds[kind], content.toBytes());
    next = end;
  }
  return writer.toBytes();
}

function encodeDefinition(writer: ByteWriter, definition: Draft): void {
  switch (definition.kind) {
    case "core module":
      writer.raw(definition.bytes);
      return;
    case "component":
      writer.raw(encodeComponent(definition.definitions));
      return;
    case "core instance": {
      const { instance } = definition;
      if (instance.kind === "instantiate") writer.byte(0).u32(instance.module).list(instance.args, encodeNamed);
      else writer.byte(1).list(instance.exports, encodeNamedCore);
      return;
    }
    case "core type":
      encodeCoreType(writer, definition.type);
      return;
    case "instance": {
      const { instance } = definition;
      if (instance.kind === "instantiate") writer.byte(0).u32(instance.component).list(instance.args, encodeNamed);
      else writer.byte(1).list(instance.exports, (inner, entry) => encodeTarget(encodeName(inner, entry.name), entry));
      return;
    }
    case "alias":
      encodeAlias(writer, definition.alias);
      return;
    case "type":
      encodeDefType(writer, definition.type);
      return;
    case "canon":
      encodeCanon(writer, definition.canon);
      return;
    case "start":
      writer.u32(definition.function).list(definition.args, (inner, index) => inner.u32(index));
      writer.u32(definition.results);
      return;
    case "import":
      encodeExternType(encodeName(writer, definition.name), definition.type);
      return;
    case "export":
      encodeTarget(encodeName(writer, definition.name), definition.target);
      encodeOptional(writer, definition.type, encodeExternType);
      return;
    case "value":
      encodeValType(writer, definition.type);
      writer.u32(definition.bytes.length).raw(definition.bytes);
  }
}

const sortCodes: Readonly<Record<Sort, readonly number[]>> = {
  "core func": [0, 0],
  "core table": [0, 1],
  "core memory": [0, 2],
  "core global": [0, 3],
  "core tag": [0, 4],
  "core type": [0, 0x10],
  "core module": [0, 0x11],
  "core instance": [0, 0x12],
  func: [1],
  value: [2],
  type: [3],
  component: [4],
  instance: [5],
};

interface Target {
  readonly sort: Sort;
  readonly index: number;
}

function encodeTarget(writer: ByteWriter, { sort, index }: Target): void {
  writer.raw(sortCodes[sort]).u32(index);
}

/** An argument's sort has the byte for core sorts in a component's instance, and none in a core instance. */
function encodeNamed(writer: ByteWriter, entry: Target & { readonly name: string }): void {
  if (entry.sort === "core instance") encodeNamedCore(writer, entry);
  else encodeTarget(writer.name(entry.name), entry);
}

function encodeNamedCore(writer: ByteWriter, { name, sort, index }: Target & { readonly name: string }): void {
  writer.name(name).raw(sortCodes[sort].slice(1)).u32(index);
}

export function encodeName(writer: ByteWriter, externName: ExternName): ByteWriter {
  const { name, implements: interfaceName, versionSuffix, externalId } = externName;
  const attributes = [interfaceName, versionSuffix, externalId].flatMap((value, code) =>
    value === undefined ? [] : [{ code, value }],
  );
  if (attributes.length === 0) return writer.byte(0).name(name);
  return writer
    .byte(2)
    .name(name)
    .list(attributes, (inner, { code, value }) => inner.byte(code).name(value));
}

export function encodeAlias(writer: ByteWriter, alias: Alias): void {
  writer.raw(sortCodes[alias.sort]);
  if (alias.kind === "outer") writer.byte(2).u32(alias.count).u32(alias.index);
  else
    writer
      .byte(alias.kind === "export" ? 0 : 1)
      .u32(alias.instance)
      .name(alias.name);
}

function encodeOptions(writer: ByteWriter, options: CanonOptions): void {
  const { stringEncoding, memory, realloc, postReturn, async, callback } = options;
  const encoded = [["utf8", "utf16", "latin1+utf16"].indexOf(stringEncoding)]
    .map((code) => [code])
    .concat(memory === undefined ? [] : [[3, memory]], realloc === undefined ? [] : [[4, realloc]])
    .concat(postReturn === undefined ? [] : [[5, postReturn]], async ? [[6]] : [])
    .concat(callback === undefined ? [] : [[7, callback]]);
  writer.list(encoded, (inner, option) => inner.raw(option));
}

function encodeCanon(writer: ByteWriter, canon: Placeless<Canon>): void {
  switch (canon.kind) {
    case "lift":
      encodeOptions(writer.raw([0, 0]).u32(canon.function), canon.options);
      writer.u32(canon.type);
      return;
    case "lower":
      encodeOptions(writer.raw([1, 0]).u32(canon.function), canon.options);
      return;
    case "resource.new":
      writer.byte(2).u32(canon.resource);
      return;
    case "resource.drop":
      writer.byte(3).u32(canon.resource);
      return;
    case "resource.rep":
      writer.byte(4).u32(canon.resource);
      return;
    case "task.return":
      if (canon.result === undefined) writer.raw([9, 1, 0]);
      else encodeValType(writer.raw([9, 0]), canon.result);
      encodeOptions(writer, canon.options);
      return;
    case "other":
      throw new Error(`${canon.name} is written by hand`);
  }
}
