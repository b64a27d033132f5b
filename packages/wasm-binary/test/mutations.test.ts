import { PluginError } from "@polyplug/errors";
import { decodeModule } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { expectAgreement } from "./agreement.ts";
import { failure } from "./failure.ts";
import { fixtures } from "./fixtures.ts";
import { decodeMutated } from "./mutated.ts";

describe.each(Object.entries(fixtures))("%s", (_name, bytes) => {
  test("is decoded as the engine does", () => {
    expectAgreement(bytes);
  });

  test("cut short anywhere is refused, or is a module that ends earlier", () => {
    const { sections } = decodeModule(bytes);
    const ends = new Set([8, ...sections.map(({ end }) => end)]);
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      if (ends.has(length)) {
        expect(outcomeOf(cut)).toBeTypeOf("boolean");
        continue;
      }
      const { offset } = failure(() => decodeModule(cut));
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset).toBeLessThanOrEqual(length);
    }
  });

  test("mutated gives a module or an error with an offset, and never less than the engine accepts", () => {
    const outcome = decodeMutated(bytes, 10_000, 0x5eed, 1);
    expect(outcome.refused).toBeGreaterThan(1_000);
    expect(outcome.decoded).toBeGreaterThan(100);
    expect(outcome.agreed).toBeGreaterThan(50);
  });
});

/** Whether it decodes; only a PluginError may say no. */
function outcomeOf(bytes: Uint8Array): boolean {
  try {
    decodeModule(bytes);
    return true;
  } catch (error) {
    if (PluginError.is(error)) return false;
    throw error;
  }
}
