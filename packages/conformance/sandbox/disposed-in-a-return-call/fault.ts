import type { Fault } from "../../test/sandbox/fault.ts";

const alone = "nothing else of the thread runs while the plugin does";

/** Milliseconds in which the engine has compiled the loop to what it does not interrupt. */
const compiled = 300;

export const fault: Fault = {
  what: "a plugin is disposed long before its time is up, in a return_call loop, which engines do not interrupt",
  without: { inline: alone, suspending: alone },
  options: (stage) => ({
    limits: { time: "60s" },
    imports: { env: { ask: () => void setTimeout(() => stage.guest.dispose(), compiled) } },
  }),
  seen: () => ({ ends: { code: "disposed", export: "run" } }),
};
