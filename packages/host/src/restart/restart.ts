/** What it takes to go on after faults: loaded in one piece, for the first plugin that is to. */
export { readRestartBounds } from "./read-restart-bounds.ts";
export { RestartPolicy } from "./restart-policy.ts";
export { RestartingApart } from "./restarting-apart.ts";
export { RestartingPlugin } from "./restarting-plugin.ts";
export { RestartingSuspending } from "./restarting-suspending.ts";
