export { type ContractBinaryOptions, contractBinary } from "./contract-binary.ts";
export { type ContractModuleOptions, contractModule } from "./contract-module.ts";
export { declarations } from "./declarations.ts";
export type { Documentation } from "./documentation/documentation.ts";
export { type GuestModulesOptions, guestModules } from "./guest-modules.ts";
export { type ContractParts, printContract } from "./print-contract.ts";
export { type DeclarationParts, printDeclarations } from "./print-declarations.ts";
export { type GuestParts, printGuest } from "./print-guest.ts";
export type { Place } from "./world/place.ts";
