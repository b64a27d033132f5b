import { encodeModule } from "@polyplug/wasm-binary";
import type { Fault } from "../../test/sandbox/fault.ts";

export const fault: Fault = {
  what: "arrays of references are made and kept, which fills the engine's heap",
  // Each array begins with the one before: (loop (global.set 0 (array.new 0 (global.get 0) (i32.const 100000))) (br 0))
  guest: () =>
    encodeModule({
      // (type (array (mut anyref))), (type (func))
      type: Uint8Array.of(2, 0x5e, 0x6e, 1, 0x60, 0, 0),
      function: Uint8Array.of(1, 1),
      global: Uint8Array.of(1, 0x6e, 1, 0xd0, 0x6e, 0x0b),
      export: Uint8Array.of(1, 3, 0x72, 0x75, 0x6e, 0, 0),
      code: Uint8Array.of(1, 18, 0, 3, 0x40, 0x23, 0, 0x41, 0xa0, 0x8d, 6, 0xfb, 6, 0, 0x24, 0, 0x0c, 0, 0x0b, 0x0b),
    }),
  options: ({ tier }) => (tier === "process" ? { limits: { time: "500ms" } } : {}),
  // A process of its own is all that such a plugin could take down, if it came to it in time.
  seen: (tier) =>
    tier === "process"
      ? { ends: { code: ["time-limit", "trap"], export: "run" } }
      : { refused: { code: "unsupported", path: "limits.objects" } },
};
