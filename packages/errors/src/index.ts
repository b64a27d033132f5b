export type { GuestFrame } from "./guest-frame.ts";
export { messageOf } from "./message-of.ts";
export type { MissingImport } from "./missing-import.ts";
export { nearest } from "./nearest.ts";
export { PluginError, type PluginErrorInit } from "./plugin-error.ts";
export type { PluginErrorCode } from "./plugin-error-code.ts";
export { printable, printableLine, printableName } from "./printable.ts";
export { refuseUnknownKeys } from "./refuse-unknown-keys.ts";
