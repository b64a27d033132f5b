import { PluginError } from "@polyplug/errors";
import { decodeComponent, readComponentNames } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { encodeComponent } from "./encode-component.ts";
import { componentFixtures } from "./fixtures.ts";
import { everyDefinition, everyType } from "./specimens.ts";

const files = {
  ...componentFixtures,
  definitions: encodeComponent(everyDefinition),
  "every type": encodeComponent(everyType),
};

/** Whether it decodes; only a PluginError with an offset in the file may say no. */
function decodes(bytes: Uint8Array): boolean {
  try {
    readComponentNames(decodeComponent(bytes));
    return true;
  } catch (error) {
    if (!PluginError.is(error)) throw error;
    if (error.offset === undefined || error.offset > bytes.length) throw error;
    return false;
  }
}

/** Where sections begin, and the end of the file. */
function sectionStarts(bytes: Uint8Array): Set<number> {
  const starts = new Set([8]);
  for (let at = 8; at < bytes.length; ) {
    let size = 0;
    let shift = 0;
    at++;
    for (let more = true; more; shift += 7) {
      const byte = bytes[at++] ?? 0;
      size |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    at += size;
    starts.add(at);
  }
  return starts;
}

describe.each(Object.entries(files))("%s", (_name, bytes) => {
  test("cut short anywhere is refused, or is a component that ends earlier", () => {
    const starts = sectionStarts(bytes);
    expect(starts.has(bytes.length)).toBe(true);
    for (let length = 0; length < bytes.length; length++) {
      expect(decodes(bytes.subarray(0, length)), `${length} bytes`).toBe(starts.has(length));
    }
  });

  test("with any one bit turned gives a component or an error with an offset", () => {
    const changed = Uint8Array.from(bytes);
    let accepted = 0;
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const mask = 1 << (bit & 7);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ mask;
      if (decodes(changed)) accepted++;
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ mask;
    }
    expect(accepted).toBeGreaterThan(bytes.length / 2);
    expect(accepted).toBeLessThan(bytes.length * 8);
  });

  test("with any one byte at a telling value does as well", () => {
    const changed = Uint8Array.from(bytes);
    let refused = 0;
    for (const value of [0x00, 0x01, 0x40, 0x42, 0x7f, 0x80, 0xff]) {
      for (const [offset, before] of bytes.entries()) {
        changed[offset] = value;
        if (!decodes(changed)) refused++;
        changed[offset] = before;
      }
    }
    expect(refused).toBeGreaterThan(bytes.length);
  });
});
