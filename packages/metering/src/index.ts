export { meterModule } from "./meter-module.ts";
export { meterPage } from "./meter-page.ts";
export type { MeteredModule, Metering } from "./metered-module.ts";
export { originalOffsets } from "./original-offsets.ts";
