/**
 * Every bound that the decoder enforces, beside what the bytes themselves allow. They are the limits on which the
 * engines agreed, so that whatever an engine compiles is decoded; names alone are bounded where V8 takes any length.
 *
 * See {@link https://webassembly.github.io/spec/js-api/#limits | JavaScript interface, limits}.
 */
export const limits = {
  /** Bytes of a module: JS API, "maximum size of a module". */
  moduleSize: 1_073_741_824,
  /** Types in the type section, all recursion groups together: JS API. */
  types: 1_000_000,
  /** Recursion groups in the type section: JS API. */
  recursionGroups: 1_000_000,
  /** Types in one recursion group: JS API. */
  recursionGroupSize: 1_000_000,
  /** Supertypes that one type declares: core specification, validation of sub types. */
  supertypes: 1,
  /** Supertypes above one type, counted through to the root: JS API. */
  subtypingDepth: 63,
  /** Parameters of a function type: JS API. */
  params: 1_000,
  /** Results of a function type: JS API. */
  results: 1_000,
  /** Fields of a struct type: JS API. */
  structFields: 10_000,
  /** Imports: JS API (100,000 in its first edition, raised by all engines since). */
  imports: 1_000_000,
  /** Functions that the module defines: JS API. */
  functions: 1_000_000,
  /** Tables, imports included: JS API. */
  tables: 100_000,
  /** Entries of one table at its start: JS API. */
  tableSize: 10_000_000,
  /** Memories, imports included: V8's `kV8MaxWasmMemories`, the most generous of the engines (JS API: 100). */
  memories: 100_000,
  /** Pages of 64 KiB in a memory with 32-bit addresses: core specification, validation of memory types. */
  memory32Pages: 65_536n,
  /** Pages of 64 KiB in a memory with 64-bit addresses: core specification, validation of memory types. */
  memory64Pages: 281_474_976_710_656n,
  /** Tags that the module defines: V8's `kV8MaxWasmTags`, wasmparser's `MAX_WASM_TAGS`. */
  tags: 1_000_000,
  /** Globals that the module defines: JS API. */
  globals: 1_000_000,
  /** Exports: JS API (100,000 in its first edition, raised by all engines since). */
  exports: 1_000_000,
  /** Element segments: V8's `kV8MaxWasmTableInitEntries`, which it takes for both counts (wasmparser: 100,000). */
  elementSegments: 10_000_000,
  /** Entries of one element segment: JS API, "entries in any table initialization". */
  elementSegmentSize: 10_000_000,
  /** Data segments: JS API. */
  dataSegments: 100_000,
  /** Bytes of one function body, its local declarations included: JS API. */
  functionSize: 7_654_321,
  /** Locals of one function, parameters included: JS API. */
  locals: 50_000,
  /** Operands of one `array.new_fixed`: JS API. */
  arrayNewFixed: 10_000,
  /** Bytes of one name: wasmparser's `MAX_WASM_STRING_SIZE`. V8 has the same number as `kV8MaxWasmStringSize`, unused. */
  nameSize: 100_000,
  /** Components and types within each other, in the bytes: wasmparser's `MAX_WASM_COMPONENT_TYPE_DEPTH`. */
  componentNesting: 100,
  /**
   * Types within each other, through indices. wasmparser has 100 (`MAX_WASM_COMPONENT_TYPE_DEPTH`), but follows what
   * comes out of an instance; here that counts as deep as the instance, hence more.
   */
  typeDepth: 400,
  /** Core modules and components in one file, however nested: wasmparser's `MAX_WASM_MODULES_AND_COMPONENTS`. */
  modulesAndComponents: 1_000,
  /** Entries of all lists of one file, however nested: definitions, declarators, arguments, labels; our own. */
  componentEntries: 1_000_000,
  /** Items of one sort in one scope: wasmparser's `MAX_CORE_INDEX_SPACE_ITEMS` and others. */
  componentIndexSpace: 1_000_000,
  /** Instances in one scope, core or not: wasmparser's `MAX_WASM_INSTANCES`. */
  instances: 4_096,
  /** Values in one scope: wasmparser's `MAX_WASM_VALUES`. */
  values: 1_000,
  /** Arguments of one instantiation: wasmparser's `MAX_WASM_INSTANTIATION_ARGS`. */
  instantiationArgs: 100_000,
  /** Exports of an instance that is made of exports: wasmparser's `MAX_WASM_INSTANTIATION_EXPORTS`. */
  instantiationExports: 100_000,
  /** Arguments of a component's start function: wasmparser's `MAX_WASM_START_ARGS`. */
  startArgs: 1_000,
  /** Options of one canonical function: wasmparser's `MAX_WASM_CANONICAL_OPTIONS`. */
  canonOptions: 10,
  /** Declarators of a module type: wasmparser's `MAX_WASM_MODULE_TYPE_DECLS`. */
  moduleDeclarators: 100_000,
  /** Declarators of a component type or an instance type: wasmparser's `MAX_WASM_COMPONENT_TYPE_DECLS`. */
  declarators: 1_000_000,
  /** Fields of a record: wasmparser's `MAX_WASM_RECORD_FIELDS`. */
  recordFields: 10_000,
  /** Cases of a variant: wasmparser's `MAX_WASM_VARIANT_CASES`. */
  variantCases: 10_000,
  /** Types of a tuple: wasmparser's `MAX_WASM_TUPLE_TYPES`. */
  tupleTypes: 10_000,
  /** Cases of an enum: wasmparser's `MAX_WASM_ENUM_CASES`. */
  enumCases: 10_000,
  /** Elements of a list of fixed length: wasmparser's `MAX_WASM_FIXED_LENGTH_LIST_ELEMENTS`. */
  fixedLength: 1_073_741_824,
  /** Names of one kind in the name section: as many as the kind with the most indices can have; our own. */
  names: 1_000_000,
  /** Fields of a producers section and values of a field: our own; real ones have three and a handful. */
  producers: 1_000,
} as const;
