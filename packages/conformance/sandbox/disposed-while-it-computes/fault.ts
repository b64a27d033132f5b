import type { Fault } from "../../test/sandbox/fault.ts";

const alone = "nothing else of the thread runs while the plugin does";

export const fault: Fault = {
  what: "a plugin is disposed in the middle of an endless loop",
  without: { inline: alone, suspending: alone },
  options: () => ({ limits: { time: "60s" } }),
  play: async (stage) => {
    const call = stage.call("run");
    stage.guest.dispose();
    await call;
  },
  seen: () => ({ ends: { code: "disposed", export: "run" } }),
};
