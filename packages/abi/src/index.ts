export type {
  Blame,
  CanonicalAbi,
  CoreFunction,
  FunctionOptions,
  Guard,
  InstanceState,
  LateFunction,
  ResourceMapping,
  ValueFunction,
} from "./canonical/canonical-abi.ts";
export type { Loans, Part, Passages, Passed, Reader, Writer } from "./canonical/passage.ts";
export { type Continuation, suspended } from "./canonical/suspended.ts";
export { canonicalAbi } from "./canonical-abi.ts";
export { canonicalPassages } from "./canonical-passages.ts";
export type {
  Binding,
  Compatibility,
  CompatOptions,
  FunctionBinding,
  InterfaceBinding,
} from "./compat/compat.ts";
export { compat } from "./compat/compat.ts";
export { compiledAbi } from "./compiled/compiled-abi.ts";
export { compiledPassages } from "./compiled/compiled-passages.ts";
export type { CoreFunctionType, CoreType } from "./flatten/core-type.ts";
export { flattenFunction } from "./flatten/flatten-function.ts";
export { flattenType, flattenTypes } from "./flatten/flatten-type.ts";
export { alignment } from "./layout/alignment.ts";
export { type DiscriminantKind, discriminantType } from "./layout/discriminant-type.ts";
export { elementSize, payloadOffset } from "./layout/element-size.ts";
export { fieldOffsets } from "./layout/field-offsets.ts";
export { flagsSize } from "./layout/flags-size.ts";
export { maxFlatParams, maxFlatResults, maxLiftedBytes, maxListByteLength, maxStringByteLength } from "./limits.ts";
export { cm32p2Names } from "./names/cm32p2-names.ts";
export type {
  CoreExport,
  CoreImport,
  CoreImportName,
  CoreNames,
  Owned,
  ResourceOperation,
} from "./names/core-names.ts";
export { type FunctionName, printFunctionName, readFunctionName } from "./names/function-name.ts";
export { compatibleInterfaceId } from "./names/interface-id.ts";
export { legacyNames } from "./names/legacy-names.ts";
export { shortName } from "./names/short-name.ts";
export { type HandleCount, HandleTable } from "./reference/handle-table.ts";
export { referencePassages } from "./reference/passages.ts";
export { PassedHandles } from "./reference/passed-handles.ts";
export { referenceAbi } from "./reference/reference-abi.ts";
export { resourceDrop, resourceNew, resourceRep } from "./reference/resource-builtins.ts";
export { ResourceHandle } from "./reference/resource-handle.ts";
export type { StringEncoding } from "./reference/string-encoding.ts";
export { despecialize, type GeneralType } from "./types/despecialize.ts";
export type { FunctionType, Parameter } from "./types/function-type.ts";
export type { ResourceType } from "./types/resource-type.ts";
export type {
  EnumType,
  FlagsType,
  HandleType,
  IntegerKind,
  ListType,
  NumberKind,
  NumberType,
  OptionType,
  PrimitiveType,
  RecordField,
  RecordType,
  ResultType,
  TupleType,
  UnsupportedType,
  ValueType,
  VariantCase,
  VariantType,
} from "./types/value-type.ts";
export { camelCase } from "./values/camel-case.ts";
export {
  type NumberArray,
  type NumberArrayConstructor,
  numberArrayConstructor,
  numberType,
} from "./values/number-array.ts";
export { staticKey } from "./values/static-key.ts";
export { checkFunctionName } from "./world/check-function-name.ts";
export { printFunction } from "./world/print-function.ts";
export { printType } from "./world/print-type.ts";
export { printWorld } from "./world/print-world.ts";
export { type Contract, readContract } from "./world/read-contract.ts";
export { Resolution } from "./world/resolution.ts";
export type {
  DeclaredType,
  ResolvedDeclarations,
  ResolvedExtern,
  ResolvedInstance,
  ResolvedType,
} from "./world/resolved-type.ts";
export { SameTypes } from "./world/same-types.ts";
export type { TypeNames } from "./world/type-printer.ts";
export { TypeScope } from "./world/type-scope.ts";
export type { Interface, Item, World, WorldItems } from "./world/world.ts";
export { worldItems } from "./world/world-items.ts";
export { worldOfModule } from "./world/world-of-module.ts";
