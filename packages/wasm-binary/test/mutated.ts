import { PluginError } from "@polyplug/errors";
import { decodeModule, type Module, readBody, readDataSegments, readNames, readProducers } from "@polyplug/wasm-binary";
import { expect } from "vitest";
import { engineView, moduleView } from "./agreement.ts";
import { mutate, seededRandom, structuralOffsets } from "./mutation.ts";

/** How the mutations went. */
export interface Outcome {
  readonly decoded: number;
  readonly refused: number;
  /** Of those that were decoded: how many the engine compiled and agreed on. */
  readonly agreed: number;
}

/**
 * Decodes `count` mutations of a module. Each must give a module or a PluginError with an offset in the file, in less
 * than five seconds; the engine is asked about every `engineEvery`th, and what it accepts must be decoded to the same
 * imports and exports.
 */
export function decodeMutated(original: Uint8Array, count: number, seed: number, engineEvery: number): Outcome {
  const buffer = Uint8Array.from(original);
  const structural = structuralOffsets(decodeModule(buffer));
  const random = seededRandom(seed);
  const outcome = { decoded: 0, refused: 0, agreed: 0 };
  for (let index = 0; index < count; index++) {
    const { bytes, undo } = mutate(buffer, structural, random);
    const start = performance.now();
    const module = attempt(bytes, () => decodeModule(bytes));
    if (module === undefined) outcome.refused++;
    else {
      outcome.decoded++;
      readMore(bytes, module);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
    if (index % engineEvery === 0 && agrees(bytes, module, `seed ${seed}, mutation ${index}`)) outcome.agreed++;
    undo();
  }
  expect(buffer).toEqual(Uint8Array.from(original));
  return outcome;
}

/** What is read on demand may be at fault as well, in the same way. */
function readMore(bytes: Uint8Array, module: Module): void {
  readDataSegments(module);
  attempt(bytes, () => readNames(module));
  attempt(bytes, () => readProducers(module));
  if (module.bodies.length > 0) attempt(bytes, () => readBody(module, 0));
}

function attempt<T>(bytes: Uint8Array, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!PluginError.is(error)) throw error;
    expect(["malformed", "unsupported", "not-wasm"]).toContain(error.code);
    expect(error.offset).toBeGreaterThanOrEqual(0);
    expect(error.offset).toBeLessThanOrEqual(bytes.length);
    return undefined;
  }
}

function agrees(bytes: Uint8Array, module: Module | undefined, which: string): boolean {
  const copy = Uint8Array.from(bytes);
  if (!WebAssembly.validate(copy)) return false;
  expect(module, `${which}: the engine accepts it`).toBeDefined();
  if (module !== undefined) expect(moduleView(module), which).toEqual(engineView(copy));
  return true;
}
