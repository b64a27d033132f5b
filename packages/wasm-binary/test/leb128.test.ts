import { ByteWriter, decodeModule, readConstExpr } from "@polyplug/wasm-binary";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytes, moduleOf, section } from "./bytes.ts";
import { failure } from "./failure.ts";

/** Reads an integer by the one way in: as what stands in a module. */
function readConst(code: number, type: number, integer: Uint8Array): unknown {
  const module = decodeModule(moduleOf(section(6, 1, [type, 0, code], [...integer], [0x0b])));
  const [global] = module.globals;
  return global && readConstExpr(module, global.init)[0];
}

const readMin = (flags: number, integer: Uint8Array): bigint | undefined =>
  decodeModule(moduleOf(section(4, 1, [0x70, flags], [...integer]))).tables[0]?.type.limits.min;

/** The last byte again as one that goes on, then a byte with nothing but the sign. */
const lengthened = (integer: Uint8Array, sign: 0 | 0x7f): Uint8Array => {
  const last = integer.at(-1) ?? 0;
  return Uint8Array.of(...integer.slice(0, -1), last | 0x80, sign);
};

describe("LEB128", () => {
  test.each([
    { value: 0, encoded: [0x00] },
    { value: 127, encoded: [0x7f] },
    { value: 128, encoded: [0x80, 0x01] },
    { value: 624_485, encoded: [0xe5, 0x8e, 0x26] },
    { value: 4_294_967_295, encoded: [0xff, 0xff, 0xff, 0xff, 0x0f] },
  ])("writes u32 $value", ({ value, encoded }) => {
    expect(new ByteWriter().u32(value).toBytes()).toEqual(bytes(encoded));
    expect(new ByteWriter().u64(BigInt(value)).toBytes()).toEqual(bytes(encoded));
  });

  test.each([
    { value: 63, encoded: [0x3f] },
    { value: 64, encoded: [0xc0, 0x00] },
    { value: -1, encoded: [0x7f] },
    { value: -64, encoded: [0x40] },
    { value: -65, encoded: [0xbf, 0x7f] },
    { value: -123_456, encoded: [0xc0, 0xbb, 0x78] },
    { value: -2_147_483_648, encoded: [0x80, 0x80, 0x80, 0x80, 0x78] },
  ])("writes s32 $value", ({ value, encoded }) => {
    expect(new ByteWriter().s32(value).toBytes()).toEqual(bytes(encoded));
    expect(new ByteWriter().s33(value).toBytes()).toEqual(bytes(encoded));
    expect(new ByteWriter().s64(BigInt(value)).toBytes()).toEqual(bytes(encoded));
  });

  test("writes s33 beyond 32 bits", () => {
    expect(new ByteWriter().s33(4_294_967_295).toBytes()).toEqual(bytes([0xff, 0xff, 0xff, 0xff, 0x0f]));
  });

  test("reads every s32 that is written, and a longer spelling of it", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        const written = new ByteWriter().s32(value).toBytes();
        expect(readConst(0x41, 0x7f, written)).toEqual({ op: "i32.const", value });
        if (written.length === 5) return;
        const long = lengthened(written, value < 0 ? 0x7f : 0);
        expect(readConst(0x41, 0x7f, long)).toEqual({ op: "i32.const", value });
      }),
    );
  });

  test("reads every s64 that is written, and a longer spelling of it", () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (value) => {
        const written = new ByteWriter().s64(value).toBytes();
        expect(readConst(0x42, 0x7e, written)).toEqual({ op: "i64.const", value });
        if (written.length === 10) return;
        const long = lengthened(written, value < 0n ? 0x7f : 0);
        expect(readConst(0x42, 0x7e, long)).toEqual({ op: "i64.const", value });
      }),
    );
  });

  test("reads every u32 and u64 that is written, and a longer spelling of it", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (value) => {
        const written = new ByteWriter().u32(value).toBytes();
        expect(new ByteWriter().u64(BigInt(value)).toBytes()).toEqual(written);
        for (const spelling of [written, lengthened(written, 0)]) {
          expect(readMin(0, spelling)).toBe(BigInt(value));
          expect(readMin(4, spelling)).toBe(BigInt(value));
        }
      }),
    );
  });

  test("refuses what an integer has no room for", () => {
    const over = [0x80, 0x80, 0x80, 0x80];
    const reasons = [
      failure(() => readConst(0x41, 0x7f, bytes(over, [0x08]))).reason,
      failure(() => readConst(0x41, 0x7f, bytes(over, [0x77]))).reason,
      failure(() => readConst(0x41, 0x7f, bytes(over, [0x80, 0x00]))).reason,
      failure(() => readConst(0x42, 0x7e, bytes(over, over, [0x80], [0x7e]))).reason,
      failure(() => readMin(0, bytes(over, [0x10]))).reason,
      failure(() => readMin(4, bytes(over, over, [0x80], [0x02]))).reason,
    ];
    expect(reasons.map((reason) => reason.replace(/^.*entry: (.*) \(.*$/, "$1"))).toEqual([
      "constant does not fit an s32",
      "constant does not fit an s32",
      "constant is longer than 5 bytes",
      "constant does not fit an s64",
      "minimum does not fit a u32",
      "minimum does not fit a u64",
    ]);
  });
});

describe("ByteWriter", () => {
  test.each([
    { what: "4294967296 does not fit a u32", write: () => new ByteWriter().u32(2 ** 32) },
    { what: "-1 does not fit a u32", write: () => new ByteWriter().u32(-1) },
    { what: "1.5 does not fit a u32", write: () => new ByteWriter().u32(1.5) },
    { what: "NaN does not fit an s32", write: () => new ByteWriter().s32(Number.NaN) },
    { what: "2147483648 does not fit an s32", write: () => new ByteWriter().s32(2 ** 31) },
    { what: "4294967296 does not fit an s33", write: () => new ByteWriter().s33(2 ** 32) },
    { what: "-1 does not fit a u64", write: () => new ByteWriter().u64(-1n) },
    { what: "9223372036854775808 does not fit an s64", write: () => new ByteWriter().s64(2n ** 63n) },
    { what: '"\\ud800" does not fit a name', write: () => new ByteWriter().name("\ud800") },
  ])("says that $what", ({ what, write }) => {
    const error = failure(write);
    expect(error.code).toBe("bad-argument");
    expect(error.message).toBe(`cannot encode module: ${what}`);
  });

  test("measures names in bytes of UTF-8, not in UTF-16 units", () => {
    expect(new ByteWriter().name("é😀").toBytes()).toEqual(bytes([6, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80]));
  });

  test("puts sizes before what was written, however long it grew", () => {
    const written = new ByteWriter().sized((inner) => inner.raw(new Uint8Array(200)).byte(9)).toBytes();
    expect(written.length).toBe(203);
    expect([...written.subarray(0, 2), written.at(-1)]).toEqual([0xc9, 0x01, 9]);
  });
});
