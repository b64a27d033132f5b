import { wat } from "../../test/hostile/wat.ts";
import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "4,000 times memory.copy without a loop or a call between, in which no engine looks for interrupts",
  guest: () =>
    wat(`(module (memory 4096) (func (export "run")
      ${"(memory.copy (i32.const 0) (i32.const 1) (i32.const 0xfffffff))".repeat(4_000)}))`),
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
