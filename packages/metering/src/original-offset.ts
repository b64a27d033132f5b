import { decodeModule, type Module } from "@polyplug/wasm-binary";
import type { MeteredBody } from "./metered-code.ts";
import { meteredBodies } from "./metered-code.ts";
import type { MeteredModule, Metering } from "./metered-module.ts";

/**
 * Where in `module` the instruction lies that an engine names by its offset in what was made of it, so that traps fit
 * the file that somebody has, and its debug information. An offset in what was added is that of the instruction it was
 * put before; one in a function that was added has none.
 */
export function originalOffset(
  module: Module,
  metering: Metering,
  metered: MeteredModule,
  offset: number,
): number | undefined {
  const { bodies } = decodeModule(metered.bytes);
  const position = bodies.findIndex(({ start, end }) => offset >= start && offset < end);
  const body = bodies[position];
  if (body === undefined) return undefined;
  let at = 0;
  for (const original of meteredBodies(module, metering)) {
    if (at++ === position) return withoutEdits(original, offset - body.start);
  }
  return undefined;
}

function withoutEdits({ body, edits }: MeteredBody, distance: number): number {
  let offset = body.start + distance;
  for (const { start, end, bytes } of edits) {
    if (offset < start) break;
    if (offset < start + bytes.length) return start;
    offset -= bytes.length - (end - start);
  }
  return offset;
}
