import { expect, test } from "vitest";
import { type Notation, readNotation } from "../src/index.ts";

const read = (notation: Notation): unknown => readNotation(notation, (name) => `kept ${name}`);

test.for<[string, Notation, unknown]>([
  ["what JSON has", [1, "a", true, { a: [0.5] }], [1, "a", true, { a: [0.5] }]],
  ["undefined", null, undefined],
  ["a field that is undefined", { a: null }, { a: undefined }],
  ["a bigint", { $bigint: "18446744073709551615" }, 18446744073709551615n],
  ["not a number", { $number: "NaN" }, Number.NaN],
  ["minus zero", { $number: "-0" }, -0],
  ["bytes", { $u8: [0, 255] }, Uint8Array.of(0, 255)],
  ["floats", { $f32: ["-0", "NaN", 1.5] }, Float32Array.of(-0, Number.NaN, 1.5)],
  ["long integers", { $s64: ["-9223372036854775808"] }, BigInt64Array.of(-9223372036854775808n)],
  ["a long text", { $repeat: "ab", times: 3 }, "ababab"],
  ["a long list", { $repeat: ["a", ["b"]], times: 2 }, ["a", ["b"], "a", ["b"]]],
  ["a long typed array", { $repeat: { $u16: [1, 2] }, times: 2 }, Uint16Array.of(1, 2, 1, 2)],
  ["what was kept", [{ $kept: "one" }], ["kept one"]],
])("reads %s", ([, notation, expected]) => {
  expect(read(notation)).toStrictEqual(expected);
});

test("refuses a notation that there is not", () => {
  expect(() => read({ $u7: [1] })).toThrow("no notation of a value is called $u7");
});
