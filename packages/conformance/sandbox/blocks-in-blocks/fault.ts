import { ByteWriter, encodeModule } from "@polyplug/wasm-binary";
import type { Fault } from "../../test/sandbox/fault.ts";

const depth = 1_000_000;

export const fault: Fault = {
  what: "a million blocks within each other, which compilers need seconds for and cannot be interrupted in",
  guest: () => {
    const blocks = new Uint8Array(3 * depth).fill(0x0b);
    for (let at = 0; at < 2 * depth; at += 2) blocks.set([0x02, 0x40], at);
    const body = new ByteWriter().u32(0).raw(blocks).byte(0x0b).toBytes();
    return encodeModule({
      type: Uint8Array.of(1, 0x60, 0, 0),
      function: Uint8Array.of(1, 0),
      code: new ByteWriter().u32(1).u32(body.length).raw(body).toBytes(),
    });
  },
  seen: () => ({ refused: { code: "unsupported", reason: /bytes|blocks 1000000 deep/ } }),
};
