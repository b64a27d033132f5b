export { type ContractModuleOptions, contractModule } from "./contract-module.ts";
export type { Documentation } from "./documentation/documentation.ts";
export { type ContractParts, printContract } from "./print-contract.ts";
export type { Place } from "./world/place.ts";
