import { meterPage } from "@polyplug/metering";
import { describe, expect, test } from "vitest";
import { forBoth, forFuel, forTime, instantiate } from "./instance.ts";
import { wat } from "./wat.ts";

describe.each([
  { what: "time", metering: forTime },
  { what: "fuel", metering: forFuel },
  { what: "both", metering: forBoth },
])("under a limit of $what", ({ metering }) => {
  test.each(["i32", "i64"] as const)("a memory of %s grows as it did, and says when it does not", async (type) => {
    const index = type === "i64" ? "i64 " : "";
    const bytes = wat(`(module (memory 1) (memory $other (export "other") ${index}1 3)
      (func (export "grow") (param ${type}) (result ${type}) (memory.grow $other (local.get 0))))`);
    const { exports, page } = await instantiate(bytes, metering);
    const grow = (count: number): number => {
      return Number(exports["grow"]?.(type === "i64" ? BigInt(count) : count));
    };
    expect([grow(1), grow(0), page[meterPage.refused]]).toEqual([1, 2, 0]);
    expect([grow(2), page[meterPage.refused]]).toEqual([-1, 1]);
    page[meterPage.refused] = 0;
    expect([grow(1), grow(0), page[meterPage.refused]]).toEqual([2, 3, 0]);
  });
});
