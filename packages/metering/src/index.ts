export { meterModule } from "./meter-module.ts";
export type { MeteredModule, Metering } from "./metered-module.ts";
export { originalOffset } from "./original-offset.ts";
