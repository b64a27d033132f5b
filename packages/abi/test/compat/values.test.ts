import { type CanonicalAbi, compat, flattenFunction, type IntegerKind, type ValueType } from "@polyplug/abi";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedValues } from "../arbitrary-value.ts";
import { failure } from "../failure.ts";
import { type CoreValue, Speaker, taking } from "../guest.ts";
import { implementations } from "../implementations.ts";
import { char, list, option, record, string, u8 } from "../types.ts";
import { converted } from "./converted.ts";
import { evolution } from "./evolution.ts";
import { func, world } from "./worlds.ts";

const numRuns = 2_000;

const evolved = evolution.chain(({ giver, receiver, values }) => values.map((value) => ({ giver, receiver, value })));

/** The plugin's type as the host uses it, where a value goes from the giver to the receiver. */
function adapted(plugin: ValueType, contract: ValueType, receiver: "host" | "plugin"): ValueType {
  // Parameters of an export go to the plugin, and those of an import to the host.
  const direction = receiver === "plugin" ? "exports" : "imports";
  const fit = compat(
    world({ [direction]: { f: func({ a: plugin }) } }),
    world({ [direction]: { f: func({ a: contract }) } }),
  );
  expect(fit.differences).toEqual([]);
  const binding = fit[direction].get("f");
  const type = binding?.kind === "function" ? binding.type.params[0]?.type : undefined;
  return type ?? expect.unreachable("nothing is bound");
}

/** Lowers a value by one type and lifts it by another: both lie in memory alike. */
function passed(abi: CanonicalAbi, value: unknown, lowered: ValueType, lifted: ValueType): unknown {
  const speaker = new Speaker(abi);
  const { params } = flattenFunction(taking(lowered), "lift");
  const flat = speaker.lowered(taking(lowered), value).map((core, index): CoreValue => {
    if (typeof core === "bigint") return BigInt.asIntN(64, core);
    return params[index] === "i32" ? core | 0 : core;
  });
  return speaker.lifted(taking(lifted), ...flat)[0];
}

describe.each(implementations)("$name: a type that may stand for another", (abi) => {
  test("gives the host what the contract says, of what a plugin of its own type gives", () => {
    fc.assert(
      fc.property(evolved, ({ giver: plugin, receiver: contract, value }) => {
        const seen = passed(abi, value, plugin, adapted(plugin, contract, "host"));
        expect(seen).toEqual(converted(value, plugin, contract));
      }),
      { numRuns },
    );
  });

  test("gives the plugin what its own type says, of what the host gives as its contract says", () => {
    fc.assert(
      fc.property(evolved, ({ giver: contract, receiver: plugin, value }) => {
        const seen = passed(abi, value, adapted(plugin, contract, "plugin"), plugin);
        expect(seen).toEqual(converted(value, contract, plugin));
      }),
      { numRuns },
    );
  });
});

describe.each(implementations)("$name: a field that only the plugin has", (abi) => {
  const many = { a: u8, b: string, c: u8, d: list(u8), e: u8, f: option(u8) };
  const value = { a: 1, b: "b", c: 3, d: Uint8Array.of(4), e: 5, f: 6 };

  test.each<readonly [name: string, plugin: ValueType, contract: ValueType, seen: object]>([
    ["of few fields", record({ b: string, z: u8, a: u8 }), record({ a: u8, b: string }), { a: 1, b: "b" }],
    ["of many", record({ ...many, z: u8 }), record(many), value],
    ["of none that both have", record({ z: u8 }), record({ a: option(u8) }), {}],
  ])("is not seen in a record %s", (_, plugin, contract, seen) => {
    const given = { ...value, z: 7 };
    expect(passed(abi, given, plugin, adapted(plugin, contract, "host"))).toStrictEqual(seen);
    const lists = adapted(list(plugin), list(contract), "host");
    expect(passed(abi, [given, given], list(plugin), lists)).toStrictEqual([seen, seen]);
  });

  test("has to be well formed all the same", () => {
    const type = adapted(record({ a: u8, z: char }), record({ a: u8 }), "host");
    expect(failure(() => new Speaker(abi).lifted(taking(type), 1, 0xd800))).toMatchObject({
      code: "trap",
      path: "a.z",
    });
  });

  test("is not read from what the host gives, who cannot know what it has to be", () => {
    const type = adapted(record({ a: u8, z: option(u8) }), record({ a: u8 }), "plugin");
    expect(new Speaker(abi).lowered(taking(type), { a: 1, z: "another" })).toEqual([1, 0, 0]);
  });
});

describe.each(implementations)("$name: an argument that is no value of the contract", (abi) => {
  test.each<[plugin: IntegerKind, contract: IntegerKind, value: number | bigint]>([
    ["u64", "u8", 256],
    ["s64", "u32", -1],
    ["s32", "s8", -129],
    ["u64", "u16", 1n],
    ["s64", "u64", 1],
  ])("is refused, though the plugin's %s could hold more than the contract's %s: %s", (plugin, contract, value) => {
    const type: ValueType = { kind: plugin, view: contract };
    const error = failure(() => new Speaker(abi).lowered(taking(type), value));
    expect(error.code).toBe("bad-argument");
  });

  test("is refused where it is a flag that only the plugin has", () => {
    const type: ValueType = { kind: "flags", labels: ["a", "b"], view: { kind: "flags", labels: ["a"] } };
    const speaker = new Speaker(abi);
    expect(failure(() => speaker.lowered(taking(type), { a: true, b: true })).reason).toContain('there is no flag "b"');
  });

  test("is refused where it is a flag that the plugin does not have", () => {
    const type: ValueType = { kind: "flags", labels: ["a"], view: { kind: "flags", labels: ["a", "b"] } };
    const speaker = new Speaker(abi);
    expect(speaker.lowered(taking(type), { a: true, b: false })).toEqual([1]);
    expect(failure(() => speaker.lowered(taking(type), { a: true, b: true })).reason).toContain('there is no flag "b"');
  });
});

/** A handle fits where both worlds name its resource, which is told elsewhere. */
const families = typedValues.filter(([family]) => family !== "handles");

describe("any type", () => {
  test.each(families)("%s fits itself, both ways and as it is", (_family, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, ({ type }) => {
        const text = JSON.stringify(type);
        fc.pre(!text.includes('"own"'));
        const copy: ValueType = JSON.parse(text);
        expect(adapted(type, copy, "host")).toBe(type);
        expect(adapted(type, copy, "plugin")).toBe(type);
      }),
      { numRuns: 100 },
    );
  });
});
