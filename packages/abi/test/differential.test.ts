import { isDeepStrictEqual } from "node:util";
import { type CoreType, compiledAbi, type FunctionType, flattenFunction, referenceAbi } from "@polyplug/abi";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Kind, randomTypes } from "./arbitrary-value.ts";
import { attempt, Echo, type Outcome } from "./echo.ts";
import { echoModule } from "./echo-guest.ts";
import { type CoreValue, Speaker, taking } from "./guest.ts";
import { spoilt } from "./spoil.ts";

/** Types of each family, and values of each type: 10,000 values a family. */
const types = 100;
const valuesPerType = 100;

const encoding = fc.constantFrom("utf8", "utf16", "latin1+utf16");

/** Each implementation lifts and lowers arguments and results, and gives the other what it lowered to lift. */
const pairs = [
  { lift: compiledAbi, lower: referenceAbi },
  { lift: referenceAbi, lower: compiledAbi },
] as const;

/** As many parameters of a type as there are values in `args`, and a result of it. */
function echoing({ type }: Kind, params: number): FunctionType {
  return { params: Array.from({ length: params }, (_, index) => ({ name: `p-${index}`, type })), result: type };
}

/** One implementation on all sides. */
const alone = [referenceAbi, compiledAbi].map((abi) => ({ lift: abi, lower: abi }));

describe.each(randomTypes)("%s", (_family, kinds) => {
  test("go through a guest as they are, whoever lowers and whoever lifts", () => {
    const cases = kinds.chain((kind) =>
      fc.tuple(fc.constant(kind), fc.array(kind.values, { minLength: valuesPerType, maxLength: valuesPerType })),
    );
    let count = 0;
    fc.assert(
      fc.property(cases, encoding, fc.integer({ min: 1, max: 3 }), ([kind, values], strings, params) => {
        const type = echoing(kind, params);
        const module = echoModule(type);
        for (const abis of pairs) {
          const echo = new Echo(module, type, strings, abis);
          for (const [index, value] of values.entries()) {
            const args = Array.from({ length: params }, (_, at) => values[(index + at) % values.length]);
            const { seen, returned, error } = echo.run(args, value);
            if (isDeepStrictEqual(seen, args) && isDeepStrictEqual(returned, value)) continue;
            expect({ error, seen, returned }).toEqual({ error: undefined, seen: args, returned: value });
          }
        }
        count += values.length;
      }),
      { numRuns: types },
    );
    expect(count).toBeGreaterThanOrEqual(types * valuesPerType);
  });

  test("that do not fit are refused in the same words, and leave the same bytes behind", () => {
    const cases = kinds.chain((kind) =>
      fc.tuple(
        fc.constant(kind),
        fc.array(fc.tuple(kind.values.chain(spoilt), kind.values.chain(spoilt)), { minLength: 20, maxLength: 20 }),
      ),
    );
    fc.assert(
      fc.property(cases, encoding, ([kind, values], strings) => {
        const type = echoing(kind, 1);
        const module = echoModule(type);
        const [reference, compiled] = alone.map((abis) => new Echo(module, type, strings, abis));
        for (const [given, answer] of values) {
          const [wanted, found] = [reference?.run([given], answer), compiled?.run([given], answer)];
          const [{ bytes: left, ...expected }, { bytes: also, ...actual }] = [wanted, found] as [Outcome, Outcome];
          if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
          // Only for UTF-8 the two allocate differently.
          if (strings !== "utf8") expect(Buffer.compare(also(), left())).toBe(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("that a guest makes up are lifted alike, or trap alike", () => {
    const garbage = fc.array(fc.oneof(fc.nat(255), fc.nat(3), fc.nat(64)), { minLength: 256, maxLength: 256 });
    const core = fc.array(fc.oneof(fc.nat(255), fc.nat(3), fc.integer(), fc.maxSafeInteger()), {
      minLength: 17,
      maxLength: 17,
    });
    fc.assert(
      fc.property(
        kinds,
        encoding,
        garbage,
        fc.array(core, { minLength: 20, maxLength: 20 }),
        (kind, strings, bytes, flats) => {
          const type = taking(kind.type);
          const speakers = [referenceAbi, compiledAbi].map((abi) => {
            const speaker = new Speaker(abi, { encoding: strings });
            speaker.guest.write(0, ...bytes);
            return speaker;
          });
          const { params } = flattenFunction(type, "lower");
          for (const flat of flats) {
            const values = params.map((core, index) => coreValue(core, flat[index] ?? 0));
            const [expected, actual] = speakers.map((speaker) => attempt(() => speaker.lifted(type, ...values)));
            if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** A number as the guest's code would pass it on as one of this type. */
function coreValue(type: CoreType, value: number): CoreValue {
  if (type === "i64") return BigInt.asIntN(64, BigInt(value) * 0x1_0000_0001n);
  if (type === "i32") return value | 0;
  return type === "f32" ? Math.fround(value) : value;
}
