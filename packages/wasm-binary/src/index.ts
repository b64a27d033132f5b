export { boundGrowth, type GrowthBounds } from "./bound-growth.ts";
export { type ByteEdit, offsetBefore, withEdits } from "./byte-edit.ts";
export { ByteWriter } from "./byte-writer.ts";
export { type CodeWeight, weighCode } from "./code/code-weight.ts";
export { InstructionReader } from "./code/instruction-reader.ts";
export type { Alias } from "./component/alias.ts";
export type { Canon, CanonOptions } from "./component/canon.ts";
export type { Component, CoreInstance, Definition, Instance, Named } from "./component/component.ts";
export type {
  ComponentDefType,
  ComponentExternType,
  ComponentFuncType,
  ComponentTypeType,
  ComponentValType,
  CoreDefType,
  Declarator,
  DefinedResourceType,
  DefinedValType,
  InstanceTypeType,
  LabeledValType,
  ModuleDeclarator,
  PrimitiveValType,
  TypeBound,
  VariantCaseType,
} from "./component/component-type.ts";
export { decodeComponent } from "./component/decode-component.ts";
export type { ExternName } from "./component/extern-name.ts";
export type { CoreSort, Sort, SortIndex } from "./component/sort.ts";
export type { CompositeType, FieldType, FuncType, RecGroup, StorageType, SubType } from "./composite-type.ts";
export { readConstExpr } from "./const-expr.ts";
export type { ConstInstr, PlainConstOp } from "./const-instr.ts";
export { type ComponentNames, readComponentNames } from "./custom/component-names.ts";
export { type IndirectNameMap, type NameMap, type Names, readNames } from "./custom/names.ts";
export { type Producers, type ProducerVersion, readProducers } from "./custom/producers.ts";
export { readDataSegments } from "./data-segments.ts";
export { declaredTableEntries } from "./declared-table-entries.ts";
export { decodeModule } from "./decode-module.ts";
export { encodeConstExpr } from "./encode/const-expr.ts";
export {
  encodeExport,
  encodeFunction,
  encodeGlobal,
  encodeImport,
  encodeTable,
  type GlobalEntry,
  type TableEntry,
} from "./encode/entries.ts";
export {
  encodeExternType,
  encodeGlobalType,
  encodeMemoryType,
  encodeTableType,
  encodeTag,
} from "./encode/extern-type.ts";
export { encodeRecGroup, encodeSubType } from "./encode/rec-group.ts";
export { encodeHeapType, encodeRefType, encodeValType } from "./encode/value-type.ts";
export { encodeList, encodeModule, replaceSections, type SectionContents } from "./encode-module.ts";
export { exportType } from "./export-type.ts";
export type { AddressType, ExternKind, ExternType, GlobalType, Limits, MemoryType, TableType } from "./extern-type.ts";
export { type FunctionBody, type LocalGroup, readBody } from "./function-body.ts";
export { limits } from "./limits.ts";
export type {
  ByteRange,
  CustomSection,
  DataSegment,
  ElementItems,
  ElementMode,
  ElementSegment,
  EntryRange,
  Export,
  Global,
  Import,
  IndexSpaces,
  Module,
  Section,
  Table,
} from "./module.ts";
export { printType, printValType } from "./print-type.ts";
export { recognize } from "./recognize.ts";
export { type SectionName, sectionIds } from "./section-name.ts";
export type { AbstractHeapType, HeapType, NumType, RefType, ValType } from "./value-type.ts";
