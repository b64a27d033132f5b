import { type FunctionType, flattenFunction } from "@polyplug/abi";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedValues } from "./arbitrary-value.ts";
import { type CoreValue, Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";

const encodings = ["utf8", "utf16", "latin1+utf16"] as const;
const numRuns = 50;

/** As a guest passes core values on: its `i32` have a sign. */
function signed(values: readonly CoreValue[], types: readonly string[]): CoreValue[] {
  return values.map((value, index) => {
    if (typeof value === "bigint") return BigInt.asIntN(64, value);
    return types[index] === "i32" ? value | 0 : value;
  });
}

describe.each(implementations)("$name", (abi) => {
  describe.each(typedValues)("%s", (_family, arbitrary) => {
    test("as parameters come back as they went, flat or in memory", () => {
      fc.assert(
        fc.property(
          fc.array(arbitrary, { minLength: 1, maxLength: 3 }),
          fc.constantFrom(...encodings),
          (list, encoding) => {
            const type = taking(...list.map((one) => one.type));
            const speaker = new Speaker(abi, { encoding });
            const args = list.map(({ value }) => value);
            const flat = speaker.lowered(type, ...args);
            const { params } = flattenFunction(type, "lift");
            expect(flat.map((value) => typeof value)).toEqual(
              params.map((core) => (core === "i64" ? "bigint" : "number")),
            );
            expect(speaker.lifted(type, ...signed(flat, params))).toEqual(args);
          },
        ),
        { numRuns },
      );
    });

    test("in a list come back as they went, out of memory", () => {
      fc.assert(
        fc.property(arbitrary, fc.constantFrom(...encodings), ({ type, value }, encoding) => {
          const pair = { kind: "tuple", types: [type, { kind: "bool" }] } as const;
          const wrapped = taking({ kind: "list", element: pair });
          const speaker = new Speaker(abi, { encoding });
          const args = [[[value, true]]];
          expect(speaker.lifted(wrapped, ...speaker.lowered(wrapped, ...args))).toEqual(args);
        }),
        { numRuns },
      );
    });

    test("as a result come back as they went", () => {
      fc.assert(
        fc.property(arbitrary, ({ type, value }) => {
          const guest = new Guest();
          const speaker = new Speaker(abi, {}, guest);
          const returning: FunctionType = { params: [], result: type };
          const out = flattenFunction(returning, "lower").params.map(() => guest.realloc(0, 0, 8, 4_096));
          const flat = speaker.answered(type, value, ...out) as CoreValue;
          expect(speaker.returned(type, out[0] ?? flat)).toEqual(value);
        }),
        { numRuns },
      );
    });
  });
});
