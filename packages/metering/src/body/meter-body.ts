import { type ByteEdit, type ByteRange, InstructionReader, type Module } from "@polyplug/wasm-binary";
import { type EpochChecks, fuelCharge } from "../check.ts";
import { CheckedPlaces } from "./checked-places.ts";
import { FuelPlaces } from "./fuel-places.ts";
import { opcode } from "./opcode.ts";
import { LoopUnroller } from "./unroll-loops.ts";

/** What function bodies are given, and what takes the place of some of their instructions. */
export interface BodyMeter {
  readonly module: Module;
  /** What traps when time is up. */
  readonly check: EpochChecks | undefined;
  /** The page with the fuel. */
  readonly fuel: number | undefined;
  /** What is written for the instruction that the reader is at, if not the instruction itself. */
  readonly instead: (reader: InstructionReader) => Uint8Array | undefined;
}

/**
 * Bytes of the functions that V8 inlines, at most. In longer ones the check without a branch would be of no use, and takes
 * its compiler minutes where there are thousands in one run.
 */
const mostInlined = 500;

/** The edits that meter these instructions of one function, in order. */
export function meterBody({ module, check, fuel, instead }: BodyMeter, instructions: ByteRange): readonly ByteEdit[] {
  const reader = new InstructionReader(module, instructions);
  const places = check === undefined ? undefined : new CheckedPlaces(instructions.start);
  const runs = fuel === undefined ? undefined : new FuelPlaces(instructions.start);
  // What is paid for has to be counted in each turn.
  const loops = fuel === undefined ? new LoopUnroller(module) : undefined;
  const isInlined = instructions.end - instructions.start <= mostInlined;
  const edits: ByteEdit[] = [];
  const charges: ByteEdit[] = [];
  while (reader.next()) {
    const place = places?.place(reader);
    if (place !== undefined && check !== undefined) {
      const bytes = isInlined && reader.opcode !== opcode.loop ? check.straight : check.branching;
      edits.push({ start: place, end: place, bytes });
    }
    const run = runs?.ended(reader);
    if (run !== undefined && fuel !== undefined) {
      charges.push({ start: run.place, end: run.place, bytes: fuelCharge(fuel, run.cost) });
    }
    const unrolled = loops?.next(reader, edits.length);
    if (unrolled !== undefined) edits.push(unrolled);
    const bytes = instead(reader);
    if (bytes !== undefined) edits.push({ start: reader.start, end: reader.offset, bytes });
  }
  return charges.length === 0 ? edits : [...charges, ...edits].sort((left, right) => left.start - right.start);
}
