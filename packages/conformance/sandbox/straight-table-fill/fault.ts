import { wat } from "../../test/hostile/wat.ts";
import { type Fault, soon } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "4,000 times table.fill without a loop or a call between, in which no engine looks for interrupts",
  guest: () =>
    wat(`(module (table 1000000 funcref) (func (export "run")
      ${"(table.fill (i32.const 0) (ref.null func) (i32.const 1000000))".repeat(4_000)}))`),
  options: () => ({ limits: { time: soon } }),
  seen: () => ({ ends: { code: "time-limit", path: "limits.time", export: "run" } }),
};
