import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  type CanonicalAbi,
  type CoreFunction,
  canonicalAbi,
  compiledAbi,
  type FunctionOptions,
  type FunctionType,
  flattenFunction,
  HandleTable,
  type InstanceState,
  referenceAbi,
  type ValueType,
} from "@polyplug/abi";
import { afterEach, describe, expect, test, vi } from "vitest";
import { failure } from "./failure.ts";
import { Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";
import { file, list, option, record, string, tuple, u8 } from "./types.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const nothing = (): void => undefined;

test.each(implementations)(
  "thousands of functions with one type of ten thousand labels are made at once, by $name",
  (abi) => {
    const labels = Array.from({ length: 10_000 }, (_, index) => `l${index}`);
    const speaker = new Speaker(abi);
    const type = taking({ kind: "enum", labels });
    const before = performance.now();
    for (let index = 0; index < 1_000; index++) speaker.lift(nothing, type);
    expect(performance.now() - before).toBeLessThan(1_000);
  },
);

test.each(implementations)(
  "a guest with a realloc for each of thousands of functions has them at once, by $name",
  (abi) => {
    const speaker = new Speaker(abi);
    const before = performance.now();
    for (let index = 0; index < 8_000; index++) {
      abi.lower(nothing, { params: [] }, { ...speaker.options, realloc: () => index });
    }
    expect(performance.now() - before).toBeLessThan(2_000);
  },
);

describe.each(implementations)("$name", (abi) => {
  describe("what cannot be called is refused when it is lifted or lowered", () => {
    const stream: ValueType = { kind: "unsupported", text: "stream<u8>" };

    test.each<
      readonly [what: string, type: FunctionType, given: Partial<FunctionOptions>, code: string, reason: string]
    >([
      ["an async function", { async: true, params: [] }, {}, "unsupported", "async functions are not known yet"],
      ["a stream, however deep", taking(list(option(tuple(u8, stream)))), {}, "unsupported", "it is not known yet"],
      ["a record without fields", taking(list(record({}))), {}, "malformed", "it has no fields"],
      [
        "two fields of one name",
        taking(list(record({ "a-1": u8, a1: u8 }))),
        {},
        "unsupported",
        'its fields "a-1" and "a1" are both a1 in JavaScript',
      ],
      [
        "two flags of one name",
        taking({ kind: "flags", labels: ["x", "is-b-1", "is-b1"] }),
        {},
        "unsupported",
        'its labels "is-b-1" and "is-b1" are both isB1 in JavaScript',
      ],
      [
        "a borrow that is given back",
        { params: [], result: { kind: "borrow", resource: file } },
        {},
        "malformed",
        "its result holds a borrow",
      ],
      [
        "a text without a memory",
        taking(string),
        { memory: undefined },
        "malformed",
        "its type needs a memory, and there is none",
      ],
      [
        "17 numbers without a memory",
        taking(...Array.from({ length: 17 }, () => u8)),
        { memory: undefined },
        "malformed",
        "its type needs a memory, and there is none",
      ],
    ])("%s", (_what, type, given, code, reason) => {
      for (const verb of ["lift", "lower"] as const) {
        const error = failure(() => new Speaker(abi, { ...given, name: "go" })[verb](nothing, type));
        expect(error).toMatchObject({ code, reason, action: `${verb} "go"` });
      }
    });

    test("whoever lacks a realloc where one is called for", () => {
      const me = new Speaker(abi, { realloc: undefined });
      const reason = "its type needs a realloc, and there is none";
      const giving = { params: [], result: string };
      expect(failure(() => me.lift(nothing, taking(string)))).toMatchObject({ code: "malformed", reason });
      expect(failure(() => me.lower(nothing, giving))).toMatchObject({ code: "malformed", reason });
      me.guest.write(64, 65, 0, 0, 0, 1, 0, 0, 0);
      expect(me.returned(string, 64)).toBe("\0");
      expect(me.lifted(taking(string), 64, 1)).toEqual(["A"]);
    });
  });

  describe("types that are graphs", () => {
    /** A type that would unfold into 2^depth parts. */
    function doubling(depth: number, of: (type: ValueType) => ValueType): ValueType {
      let type: ValueType = u8;
      for (let level = 0; level < depth; level++) type = of(type);
      return type;
    }

    test("and unfold into more bytes than a value may have are refused at once", () => {
      const type = doubling(100, (part) => tuple(part, part));
      expect(flattenFunction(taking(list(type)), "lift").params).toEqual(["i32", "i32"]);
      const error = failure(() => new Speaker(abi).lift(nothing, taking(type)));
      expect(error).toMatchObject({ code: "malformed" });
      expect(error.reason).toBe("it has 268435456 bytes, and 268435455 are allowed");
    });

    test("are lifted and lowered, and have code for each part once", () => {
      const both = (part: ValueType): ValueType => ({
        kind: "variant",
        cases: [
          { name: "a", type: part },
          { name: "b", type: part },
        ],
      });
      for (const [depth, wrap] of [
        [14, both],
        [60, both],
        [12, (part: ValueType): ValueType => tuple(part, part)],
        [80, (part: ValueType): ValueType => list(tuple(part, part))],
      ] as const) {
        const type = doubling(depth, wrap);
        const texts = generated(() => {
          const me = new Speaker(abi);
          const value = sample(type);
          expect(me.lifted(taking(type), ...me.lowered(taking(type), value))).toEqual([value]);
        });
        expect(texts.join("").length).toBeLessThan(200_000);
      }
    });

    /** Some value of a type: of lists the empty one. */
    function sample(type: ValueType): unknown {
      switch (type.kind) {
        case "variant":
          return { tag: "b", val: type.cases[1]?.type && sample(type.cases[1].type) };
        case "tuple":
          return type.types.map(sample);
        case "list":
          return [];
        default:
          return 7;
      }
    }
  });

  describe("a call enters the instances around its own as well", () => {
    function state(parent?: InstanceState): InstanceState {
      return { handles: new HandleTable(), mayLeave: true, entered: false, parent };
    }

    test("unless the caller is within them", () => {
      const parent = state();
      const [first, second] = [state(parent), state(parent)];
      const lift = (instance: InstanceState, core: CoreFunction, caller?: InstanceState) =>
        new Speaker(abi, { instance, caller }).lift(core, taking());
      const entered: boolean[] = [];
      const look = (): void => {
        entered.push(parent.entered, first.entered, second.entered);
      };
      const back = lift(parent, look, second);
      const across = lift(second, () => back(), first);
      const again = lift(first, nothing, parent);
      const down = lift(
        first,
        () => {
          across();
          expect(failure(again).code).toBe("trap");
        },
        parent,
      );
      lift(parent, () => down())();
      expect(entered).toEqual([true, true, true]);
      expect([parent, first, second].map((one) => one.entered)).toEqual([false, false, false]);
      const sibling = lift(second, nothing);
      expect(failure(lift(first, () => sibling())).code).toBe("trap");
    });
  });

  test("a realloc may be looked for when it is first called", () => {
    const guest = new Guest();
    let found = 0;
    const realloc = {
      get function(): CoreFunction {
        found++;
        return guest.realloc;
      },
    };
    const me = new Speaker(abi, { realloc }, guest);
    expect(found).toBe(0);
    expect(me.lowered(taking(string, string), "a", "b")).toEqual([16, 1, 17, 1]);
    expect(found).toBeGreaterThan(0);
  });

  test("what was released refuses to be called, and keeps nothing of the guest", async () => {
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc") as () => void;
    const type: FunctionType = { ...taking(string, list(record({ a: string }))), result: string };
    const { functions, memory } = released(abi, type);
    for (let round = 0; round < 20 && memory.deref() !== undefined; round++) {
      await setTimeout(1);
      gc();
    }
    expect(memory.deref()).toBeUndefined();
    for (const [call, args] of functions) {
      expect(failure(() => Reflect.apply(call, undefined, args))).toMatchObject({ code: "disposed" });
    }
  });

  test("no name gets into code", () => {
    const evil = '"}; process.exit(1); //`';
    const types: ValueType[] = [
      record({ [evil]: u8, __proto__: u8 }),
      { kind: "variant", cases: [{ name: evil, type: string }, { name: `${evil}2` }] },
      { kind: "enum", labels: [evil] },
      { kind: "flags", labels: [evil] },
      { kind: "own", resource: { name: evil } },
    ];
    const texts = generated(() => {
      for (const type of types) {
        const me = new Speaker(abi, { name: evil });
        const signature = { params: [{ name: evil, type }], result: type };
        for (const work of [() => me.lift(nothing, signature)({}), () => me.lower(nothing, signature)]) attempt(work);
        attempt(() => Reflect.apply(me.lower(nothing, signature), undefined, [1, 1, 1, 1]));
      }
    });
    expect(texts.filter((text) => /process|exit|proto/.test(text))).toEqual([]);
    expect(texts.length > 0).toBe(abi === compiledAbi);
  });
});

describe("the one that is picked", () => {
  test("makes code", () => {
    expect(canonicalAbi()).toBe(compiledAbi);
  });

  test("interprets where a policy forbids to make code", () => {
    vi.stubGlobal("Function", function forbidden() {
      throw new EvalError("Code generation from strings disallowed for this context");
    });
    expect(canonicalAbi()).toBe(referenceAbi);
  });
});

/** Functions of a guest that was let go of, some of which were called before. */
function released(abi: CanonicalAbi, type: FunctionType) {
  const releases: (() => void)[] = [];
  const guest = new Guest();
  const instance: InstanceState = { ...guest.instance, releases };
  const me = new Speaker(abi, { instance, postReturn: nothing }, guest);
  const core = (): number => guest.realloc(0, 0, 4, 8);
  // Neither may lead to the guest, as a function that was written here would.
  const called = me.lift(core, type);
  expect(called("a", [{ a: "b" }])).toBe("");
  const [text, numbers] = [
    ["a", []],
    [1, 2],
  ];
  const functions = [
    [called, text],
    [me.lift(core, type), text],
    [me.lower(nothing, type), numbers],
    [me.lift(core, taking(u8, u8)), numbers],
  ] as const;
  const memory = new WeakRef(guest.memory);
  for (const release of releases) release();
  return { functions, memory };
}

/** The texts that code is made of while this works. */
function generated(work: () => void): string[] {
  const texts: string[] = [];
  const made = new Proxy(Function, {
    construct(target, args: string[]) {
      texts.push(args.at(-1) ?? "");
      return Reflect.construct(target, args);
    },
  });
  vi.stubGlobal("Function", made);
  work();
  vi.unstubAllGlobals();
  return texts;
}

function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    // Whether it fits is not what matters here.
    expect(error).toBeInstanceOf(Error);
  }
}
