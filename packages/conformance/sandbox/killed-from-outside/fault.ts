import type { Worker } from "node:worker_threads";
import { children } from "@polyplug/soak";
import { expect } from "vitest";
import type { Fault } from "../../test/sandbox/fault.ts";

const noneOfItsOwn = "the plugin has no thread or process of its own";

let known: readonly number[] = [];
let thread: Promise<Worker> | undefined;

export const fault: Fault = {
  what: "somebody else ends the plugin's thread or process in the middle of a call",
  without: { inline: noneOfItsOwn, suspending: noneOfItsOwn },
  options: ({ tier }) => {
    known = children();
    if (tier === "worker") thread = new Promise((resolve) => process.once("worker", resolve));
    return { limits: { time: "60s" } };
  },
  play: async (stage) => {
    const calls = [stage.call("run"), stage.call("run")];
    const ends = Promise.allSettled(calls);
    if (stage.tier === "worker") await (await thread)?.terminate();
    else for (const child of children().filter((one) => !known.includes(one))) process.kill(child, "SIGKILL");
    // The first was under way, the second had not had its turn.
    const [, waiting] = await ends;
    expect(waiting).toMatchObject({ reason: { code: "poisoned" } });
    await calls[0];
  },
  seen: (tier) => ({
    ends: {
      code: "trap",
      export: "run",
      reason: tier === "worker" ? "its thread ended with status 1" : "its process was ended by SIGKILL",
    },
  }),
};
