import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "__wasm_call_ctors never returns",
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ refused: { code: "time-limit", path: "limits.time" } }),
};
