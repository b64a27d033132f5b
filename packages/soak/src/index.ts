export { children } from "./children.ts";
export { type Leak, leaksSince, type Resources, resources } from "./resources.ts";
export { runSoak, type SoakOptions, type SoakReport } from "./run-soak.ts";
export { type Tier, tiers } from "./tier.ts";
