export type { Bindgen } from "./bindgen.ts";
export type {
  AssemblyScriptOptions,
  BindingFile,
  COptions,
  CppOptions,
  EmbedOptions,
  GenerateOptions,
  GoOptions,
  RustOptions,
  StringEncoding,
  WorldChoice,
} from "./generate-options.ts";
export { loadBindgen } from "./load-bindgen.ts";
export type {
  ResolvedWit,
  WitFunction,
  WitFunctionKind,
  WitIndex,
  WitInterface,
  WitPackage,
  WitPrimitive,
  WitStability,
  WitType,
  WitTypeDefinition,
  WitTypeKind,
  WitWorld,
  WitWorldItem,
} from "./resolved-wit.ts";
export type { Wit, WitSource } from "./wit.ts";
export { witInterfaceId } from "./wit-interface-id.ts";
