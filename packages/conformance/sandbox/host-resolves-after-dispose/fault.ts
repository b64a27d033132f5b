import type { Fault } from "../../test/sandbox/fault.ts";

let answer: ((value: number) => void) | undefined;

export const fault: Fault = {
  what: "a function of the host's keeps its promise when the plugin is gone",
  without: { inline: "a promise is refused there at once, as host-rejects shows" },
  options: (stage) => ({
    imports: {
      env: {
        ask: () => {
          setTimeout(() => stage.guest.dispose());
          return new Promise((resolve) => {
            answer = resolve;
          });
        },
      },
    },
  }),
  play: (stage) => stage.call("run").finally(() => answer?.(7)),
  seen: () => ({ ends: { code: "disposed", export: "run" } }),
};
