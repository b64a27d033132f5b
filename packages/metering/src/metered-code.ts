import { PluginError } from "@polyplug/errors";
import {
  type ByteEdit,
  type ByteRange,
  ByteWriter,
  type InstructionReader,
  type Module,
  readBody,
  type SectionContents,
  sectionIds,
  withEdits,
} from "@polyplug/wasm-binary";
import { meterBody } from "./body/meter-body.ts";
import { opcode } from "./body/opcode.ts";
import { PiecewiseFunctions } from "./bulk/piecewise-functions.ts";
import { epochChecks } from "./check.ts";
import { withEntries } from "./list-section.ts";
import type { Metering } from "./metered-module.ts";
import { smallFunctionsToAdd } from "./small-functions.ts";

/** A function's body as it lies in the module, and what is put into it. */
export interface MeteredBody {
  readonly body: ByteRange;
  readonly edits: readonly ByteEdit[];
}

/** The sections that hold the module's code and say its types, with checks and with the functions that they need. */
export function meteredCode(module: Module, metering: Metering): SectionContents {
  const functions = new PiecewiseFunctions(module, metering);
  const written = new ByteWriter();
  const sizes: number[] = [];
  for (const { body, edits } of meteredBodies(module, metering, functions)) {
    const bytes = withEdits(module.bytes, edits, body);
    written.u32(bytes.length).raw(bytes);
    sizes.push(bytes.length);
  }
  const before = module.bodies.map(({ start, end }) => end - start);
  functions.addEmpty(smallFunctionsToAdd(before, [...sizes, ...functions.bodies.map(({ length }) => length)]));
  const { types, bodies, added } = functions;
  const code = new ByteWriter().u32(module.bodies.length + bodies.length).raw(written.toBytes());
  for (const body of bodies) code.raw(body);
  if (bodies.length === 0) return { code: code.toBytes() };
  const entries = added.map((type) => new ByteWriter().u32(module.types.length + type).toBytes());
  return {
    code: code.toBytes(),
    type: withEntries(module, sectionIds.type, module.recGroups.length, types),
    function: withEntries(module, sectionIds.function, module.functions.length, entries),
  };
}

/** Every function of the module with its edits, one after the other: a call of an added function is part of an edit. */
export function* meteredBodies(
  module: Module,
  metering: Metering,
  functions: PiecewiseFunctions = new PiecewiseFunctions(module, metering),
): Generator<MeteredBody> {
  const { memories } = module.indexSpaces;
  const waits = metering.time && memories.some(({ shared }) => shared);
  const meter = {
    module,
    check: metering.time ? epochChecks(memories.length) : undefined,
    fuel: metering.fuel ? memories.length : undefined,
    instead(reader: InstructionReader): Uint8Array | undefined {
      if (waits && (reader.opcode === opcode.wait32 || reader.opcode === opcode.wait64)) throw waiting(reader.start);
      return functions.callInstead(reader);
    },
  };
  for (const [position, body] of module.bodies.entries()) {
    yield { body, edits: meterBody(meter, readBody(module, position).instructions) };
  }
}

function waiting(offset: number): PluginError {
  const reason = `it waits on a shared memory (at offset 0x${offset.toString(16)}), which no limit of time ends`;
  return new PluginError({ code: "unsupported", action: "meter module", reason, offset });
}
