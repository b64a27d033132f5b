import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "imports are named as what every object of JavaScript has",
  options: () => ({ imports: { env: {} } }),
  seen: () => ({ refused: { code: "missing-import", reason: /toString.*constructor.*hasOwnProperty.*call/s } }),
};
