import { decodeModule, readBody } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { moduleOf, section } from "./bytes.ts";
import { failure } from "./failure.ts";

/** A module of one function with one parameter; its body begins at 0x17. */
const withBody = (...body: readonly number[]): Uint8Array =>
  moduleOf(section(1, 1, [0x60, 1, 0x7f, 0]), section(3, 1, [0]), section(10, 1, body.length, body));

describe("readBody", () => {
  test("keeps a group of locals a group", () => {
    const module = decodeModule(withBody(1, 0xcf, 0x86, 0x03, 0x7f, 0x0b));
    expect(readBody(module, 0).locals).toEqual([{ count: 49_999, type: "i32" }]);
  });

  test("bounds locals together with parameters", () => {
    const module = decodeModule(withBody(1, 0xd0, 0x86, 0x03, 0x7f, 0x0b));
    const error = failure(() => readBody(module, 0));
    expect(error).toMatchObject({
      code: "unsupported",
      reason: "code section: body 0: 1st local declaration: function has more than 50000 locals (at offset 0x18)",
    });
  });

  test("finds a fault in the declarations, which decodeModule does not look at", () => {
    const module = decodeModule(withBody(1, 1, 0x01, 0x0b));
    const error = failure(() => readBody(module, 0));
    expect(error).toMatchObject({
      code: "malformed",
      reason: "code section: body 0: 1st local declaration: unknown value type 0x01 (at offset 0x19)",
    });
  });

  test("refuses a body that is not there", () => {
    expect(failure(() => readBody(decodeModule(moduleOf()), 0)).code).toBe("malformed");
  });
});
