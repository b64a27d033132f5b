import { readFile } from "node:fs/promises";
import type {} from "@polyplug/built-guests";
import { decodeModule } from "@polyplug/wasm-binary";
import { describe, expect, inject, test } from "vitest";
import { forBoth, forFuel, forTime, meter } from "./instance.ts";

const guests = inject("guests");

describe.each(guests)("$topic $language $target", ({ path }) => {
  test.each([
    { what: "time", metering: forTime },
    { what: "fuel", metering: forFuel },
    { what: "both", metering: forBoth },
  ])("is valid under a limit of $what", async ({ metering }) => {
    const bytes = Uint8Array.from(await readFile(path));
    const metered = meter(bytes, metering);
    // Says what is wrong with it, where it is not.
    await WebAssembly.compile(metered.bytes as Uint8Array<ArrayBuffer>);
    const [before, after] = [decodeModule(bytes), decodeModule(metered.bytes)];
    expect(after.customs.map(({ name, bytes }) => [name, bytes.length])).toEqual(
      before.customs.map(({ name, bytes }) => [name, bytes.length]),
    );
    expect(metered.bytes.length).toBeGreaterThan(bytes.length);
  });
});
