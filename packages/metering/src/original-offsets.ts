import { decodeModule, type Module, offsetBefore } from "@polyplug/wasm-binary";
import { meteredBodies } from "./metered-code.ts";
import type { MeteredModule, Metering } from "./metered-module.ts";

/**
 * Where in `module` the instructions lie that an engine names by their offsets in what was made of it, so that traps fit
 * the file that somebody has, and its debug information: of each offset, those of a whole stack in one pass. An offset in
 * what was added is that of the instruction it was put before; one in a function that was added has none.
 */
export function originalOffsets(
  module: Module,
  metering: Metering,
  metered: MeteredModule,
  offsets: readonly number[],
): readonly (number | undefined)[] {
  const { bodies } = decodeModule(metered.bytes);
  const within = offsets.map((offset) => bodies.findIndex(({ start, end }) => offset >= start && offset < end));
  const last = Math.max(...within);
  const found: (number | undefined)[] = offsets.map(() => undefined);
  let position = 0;
  for (const { body, edits } of meteredBodies(module, metering)) {
    for (const [index, offset] of offsets.entries()) {
      if (within[index] !== position) continue;
      found[index] = offsetBefore(edits, body.start + offset - (bodies[position]?.start ?? 0));
    }
    if (++position > last) break;
  }
  return found;
}
