import {
  CoreValueIterator,
  type FunctionType,
  flattenFunction,
  liftParams,
  liftResult,
  lowerParams,
  lowerResult,
} from "@polyplug/abi";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedValues } from "./arbitrary-value.ts";
import { Guest } from "./guest.ts";

const encodings = ["utf8", "utf16", "latin1+utf16"] as const;
const numRuns = 1_000;

/** As a guest sees core values: its `i32` have a sign. */
function signed(values: readonly (number | bigint)[], types: readonly string[]): (number | bigint)[] {
  return values.map((value, index) => {
    if (typeof value === "bigint") return BigInt.asIntN(64, value);
    return types[index] === "i32" ? value | 0 : value;
  });
}

describe.each(typedValues)("%s", (_family, arbitrary) => {
  test("as parameters come back as they went, flat or in memory", () => {
    fc.assert(
      fc.property(
        fc.array(arbitrary, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...encodings),
        (list, encoding) => {
          const type: FunctionType = { params: list.map((one, index) => ({ name: `p${index}`, type: one.type })) };
          const cx = new Guest().call({ encoding });
          const args = list.map(({ value }) => value);
          const flat = lowerParams(cx, type, args);
          const { params } = flattenFunction(type, "lift");
          expect(flat.map((value) => typeof value)).toEqual(
            params.map((core) => (core === "i64" ? "bigint" : "number")),
          );
          expect(liftParams(cx, type, new CoreValueIterator(signed(flat, params)))).toEqual(args);
        },
      ),
      { numRuns },
    );
  });

  test("in a list come back as they went, out of memory", () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...encodings), ({ type, value }, encoding) => {
        const pair = { kind: "tuple", types: [type, { kind: "bool" }] } as const;
        const wrapped: FunctionType = { params: [{ name: "list", type: { kind: "list", element: pair } }] };
        const cx = new Guest().call({ encoding });
        const args = [[[value, true]]];
        expect(liftParams(cx, wrapped, new CoreValueIterator(lowerParams(cx, wrapped, args)))).toEqual(args);
      }),
      { numRuns },
    );
  });

  test("as a result come back as they went", () => {
    fc.assert(
      fc.property(arbitrary, ({ type, value }) => {
        const guest = new Guest();
        const cx = guest.call();
        const returning: FunctionType = { params: [], result: type };
        const { params } = flattenFunction(returning, "lower");
        const out = params.map(() => guest.realloc(0, 0, 8, 4_096));
        const flat = lowerResult(cx, returning, value, new CoreValueIterator(out));
        expect(liftResult(cx, returning, new CoreValueIterator(params.length === 0 ? flat : out))).toEqual(value);
      }),
      { numRuns },
    );
  });
});
