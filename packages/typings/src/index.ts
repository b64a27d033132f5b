export { type ContractBinaryOptions, contractBinary } from "./contract-binary.ts";
export { type ContractModuleOptions, contractModule } from "./contract-module.ts";
export { declarations } from "./declarations.ts";
export type { Documentation } from "./documentation/documentation.ts";
export { type ContractParts, printContract } from "./print-contract.ts";
export { type DeclarationParts, printDeclarations } from "./print-declarations.ts";
export type { Place } from "./world/place.ts";
