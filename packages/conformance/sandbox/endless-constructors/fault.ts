import { type Fault, noTimeWhileSuspended, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "__wasm_call_ctors never returns",
  without: { suspending: noTimeWhileSuspended },
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ refused: { code: "time-limit", path: "limits.time" } }),
};
