import {
  type ByteWriter,
  type ComponentDefType,
  type ComponentExternType,
  type ComponentValType,
  type CoreDefType,
  encodeExternType as encodeCoreExternType,
  encodeValType as encodeCoreValType,
  encodeImport,
  encodeRecGroup,
  type LabeledValType,
  type ModuleDeclarator,
  type PrimitiveValType,
} from "@polyplug/wasm-binary";
import type { DeclaratorDraft, Placeless } from "./component-draft.ts";
import { encodeAlias, encodeName } from "./encode-component.ts";

const primitiveCodes: Readonly<Record<PrimitiveValType, number>> = {
  bool: 0x7f,
  s8: 0x7e,
  u8: 0x7d,
  s16: 0x7c,
  u16: 0x7b,
  s32: 0x7a,
  u32: 0x79,
  s64: 0x78,
  u64: 0x77,
  f32: 0x76,
  f64: 0x75,
  char: 0x74,
  string: 0x73,
  "error-context": 0x64,
};

export function encodeValType(writer: ByteWriter, type: ComponentValType): void {
  if (typeof type === "number") writer.s33(type);
  else writer.byte(primitiveCodes[type]);
}

export function encodeOptional<T>(
  writer: ByteWriter,
  value: T | undefined,
  encode: (writer: ByteWriter, value: T) => void,
): void {
  if (value === undefined) writer.byte(0);
  else encode(writer.byte(1), value);
}

function encodeLabeled(writer: ByteWriter, { label, type }: LabeledValType): void {
  encodeValType(writer.name(label), type);
}

const codes: Readonly<Record<Exclude<ComponentDefType["kind"], "primitive">, number>> = {
  record: 0x72,
  variant: 0x71,
  list: 0x70,
  tuple: 0x6f,
  flags: 0x6e,
  enum: 0x6d,
  option: 0x6b,
  result: 0x6a,
  own: 0x69,
  borrow: 0x68,
  stream: 0x66,
  future: 0x65,
  map: 0x63,
  component: 0x41,
  instance: 0x42,
  func: 0x40,
  resource: 0x3f,
};

export function encodeDefType(writer: ByteWriter, type: Placeless<ComponentDefType>): void {
  if (type.kind === "primitive") {
    encodeValType(writer, type.type);
    return;
  }
  const fixedLength = type.kind === "list" && type.length !== undefined;
  writer.byte(fixedLength ? 0x67 : type.kind === "func" && type.async ? 0x43 : codes[type.kind]);
  switch (type.kind) {
    case "record":
      writer.list(type.fields, encodeLabeled);
      return;
    case "variant":
      writer.list(type.cases, (inner, entry) => {
        encodeOptional(inner.name(entry.label), entry.type, encodeValType);
        inner.byte(0);
      });
      return;
    case "list":
      encodeValType(writer, type.element);
      if (type.length !== undefined) writer.u32(type.length);
      return;
    case "tuple":
      writer.list(type.types, encodeValType);
      return;
    case "flags":
    case "enum":
      writer.list(type.labels, (inner, label) => inner.name(label));
      return;
    case "option":
      encodeValType(writer, type.type);
      return;
    case "result":
      encodeOptional(writer, type.ok, encodeValType);
      encodeOptional(writer, type.err, encodeValType);
      return;
    case "own":
    case "borrow":
      writer.u32(type.resource);
      return;
    case "stream":
    case "future":
      encodeOptional(writer, type.type, encodeValType);
      return;
    case "map":
      encodeValType(writer, type.key);
      encodeValType(writer, type.value);
      return;
    case "func":
      writer.list(type.params, encodeLabeled);
      if (type.result === undefined) writer.raw([1, 0]);
      else encodeValType(writer.byte(0), type.result);
      return;
    case "resource":
      encodeCoreValType(writer, type.rep);
      encodeOptional(writer, type.destructor, (inner, index) => inner.u32(index));
      return;
    case "component":
    case "instance":
      writer.list(type.declarators, encodeDeclarator);
  }
}

function encodeDeclarator(writer: ByteWriter, declarator: DeclaratorDraft): void {
  switch (declarator.kind) {
    case "core type":
      encodeCoreType(writer.byte(0), declarator.type);
      return;
    case "type":
      encodeDefType(writer.byte(1), declarator.type);
      return;
    case "alias":
      encodeAlias(writer.byte(2), declarator.alias);
      return;
    case "import":
      encodeExternType(encodeName(writer.byte(3), declarator.name), declarator.type);
      return;
    case "export":
      encodeExternType(encodeName(writer.byte(4), declarator.name), declarator.type);
  }
}

const externTypeCodes = { "core module": [0, 0x11], func: [1], component: [4], instance: [5] } as const;

export function encodeExternType(writer: ByteWriter, type: ComponentExternType): void {
  switch (type.kind) {
    case "value":
      if (type.bound.kind === "eq") writer.raw([2, 0]).u32(type.bound.value);
      else encodeValType(writer.raw([2, 1]), type.bound.type);
      return;
    case "type":
      if (type.bound.kind === "eq") writer.raw([3, 0]).u32(type.bound.type);
      else writer.raw([3, 1]);
      return;
    default:
      writer.raw(externTypeCodes[type.kind]).u32(type.type);
  }
}

export function encodeCoreType(writer: ByteWriter, type: Placeless<CoreDefType>): void {
  if (type.kind === "module") {
    writer.byte(0x50).list(type.declarators, encodeModuleDeclarator);
    return;
  }
  const [only] = type.types;
  if (type.types.length === 1 && only?.final === false) writer.byte(0);
  encodeRecGroup(writer, type.types);
}

function encodeModuleDeclarator(writer: ByteWriter, declarator: Placeless<ModuleDeclarator>): void {
  switch (declarator.kind) {
    case "import":
      encodeImport(writer.byte(0), declarator.import);
      return;
    case "core type":
      encodeCoreType(writer.byte(1), declarator.type);
      return;
    case "outer alias":
      writer.raw([2, 0x10, 1]).u32(declarator.count).u32(declarator.index);
      return;
    case "export":
      encodeCoreExternType(writer.byte(3).name(declarator.name), declarator.type);
  }
}
