import {
  ByteWriter,
  type CompositeType,
  decodeModule,
  encodeConstExpr,
  encodeExport,
  encodeExternType,
  encodeHeapType,
  encodeModule,
  encodeSubType,
  encodeValType,
  replaceSections,
} from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { moduleOf } from "./bytes.ts";
import { failure } from "./failure.ts";

const writer = new ByteWriter();
const sub = (kind: string): unknown => ({ final: true, supertypes: [], composite: { kind } as CompositeType });

test.each<[what: string, encode: () => unknown, reason: string]>([
  ["a value type", () => encodeValType(writer, "i31" as never), 'unknown value type "i31"'],
  ["a value type of Object.prototype", () => encodeValType(writer, "valueOf" as never), 'unknown value type "valueOf"'],
  ["a heap type", () => encodeHeapType(writer, "string" as never), 'unknown heap type "string"'],
  ["a composite type", () => encodeSubType(writer, sub("cont") as never), 'unknown composite type "cont"'],
  ["a kind of import", () => encodeExternType(writer, { kind: "module" } as never), 'unknown kind "module"'],
  [
    "a kind of export",
    () => encodeExport(writer, { name: "x", kind: "module", index: 0 } as never),
    'unknown kind "module"',
  ],
  ["an instruction", () => encodeConstExpr([{ op: "i32.div_s" } as never]), 'unknown constant instruction "i32.div_s"'],
  ["a section", () => encodeModule({ imports: Uint8Array.of(0) } as never), 'unknown section "imports"'],
  [
    "a section id",
    () => replaceSections({ ...decodeModule(moduleOf()), sections: [{ id: 14, start: 8, end: 8 }] } as never, {}),
    "unknown section id 14",
  ],
])("what the format has no code for is refused: %s", (_, encode, reason) => {
  expect(failure(encode)).toMatchObject({ code: "bad-argument", message: `cannot encode module: ${reason}` });
});

test.each<[value: bigint, byteLength: 4 | 8 | 16, type: string]>([
  [2n ** 32n, 4, "32-bit"],
  [-1n, 4, "32-bit"],
  [2n ** 64n, 8, "64-bit"],
  [2n ** 128n, 16, "128-bit"],
])("bits that do not fit are refused, not cut: %d", (value, byteLength, type) => {
  expect(failure(() => new ByteWriter().fixed(value, byteLength)).reason).toBe(`${value} does not fit a ${type} value`);
});

test.each([256, -1, 1.5, Number.NaN])("so is a byte: %d", (value) => {
  expect(failure(() => new ByteWriter().byte(value)).reason).toBe(`${value} does not fit a byte`);
  expect(failure(() => new ByteWriter().raw([0, value])).reason).toBe(`${value} does not fit a byte`);
});
