export type { GuestFrame } from "./guest-frame.ts";
export type { MissingImport } from "./missing-import.ts";
export { PluginError, type PluginErrorInit } from "./plugin-error.ts";
export { isPluginErrorCode, type PluginErrorCode, pluginErrorCodes } from "./plugin-error-code.ts";
export { refuseUnknownKeys } from "./refuse-unknown-keys.ts";
