import {
  compiledPassages,
  type FunctionOptions,
  type FunctionType,
  type HandleType,
  type InstanceState,
  type Passages,
  PassedHandles,
  type ResourceMapping,
  referencePassages,
} from "@polyplug/abi";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomTypes } from "./arbitrary-value.ts";
import { failure } from "./failure.ts";
import { taking } from "./guest.ts";
import { file, list, record, string, tuple, u8, u32 } from "./types.ts";

/** Memory that two threads have: values are written from its beginning on, what they refer to behind. */
class Through {
  readonly buffer: SharedArrayBuffer;
  readonly instance: InstanceState = { handles: new PassedHandles(), mayLeave: true, entered: false };
  top = 4_096;

  constructor(bytes = 2 ** 20) {
    this.buffer = new SharedArrayBuffer(bytes);
  }

  realloc = (old: number, oldSize: number, alignment: number, newSize: number): number => {
    const pointer = Math.ceil(this.top / alignment) * alignment;
    if (pointer + newSize > this.buffer.byteLength) throw new RangeError("full");
    this.top = pointer + newSize;
    new Uint8Array(this.buffer).copyWithin(pointer, old, old + Math.min(oldSize, newSize));
    return pointer;
  };

  options(resources?: ResourceMapping): FunctionOptions {
    const { instance, buffer, realloc } = this;
    return { name: "f", instance, encoding: "utf8", memory: { buffer }, realloc, outcome: "value", resources };
  }
}

const pairs = [
  { name: "compiled to reference", from: compiledPassages, to: referencePassages },
  { name: "reference to compiled", from: referencePassages, to: compiledPassages },
];

describe.each(pairs)("$name", ({ from, to }: { from: Passages; to: Passages }) => {
  test.each(randomTypes)("%s pass through shared memory as they are", (_family, kinds) => {
    const cases = kinds.chain(({ type, values }) => fc.tuple(fc.constant(type), fc.array(values, { minLength: 3 })));
    fc.assert(
      fc.property(cases, ([type, [a, b, result]]) => {
        const through = new Through();
        const call: FunctionType = { ...taking(type, type), result: type };
        from.writer("arguments", call, through.options())([a, b], 8);
        expect(to.reader("arguments", call, through.options())(8).values).toEqual([a, b]);
        from.writer("result", call, through.options())([result], 0);
        expect(to.reader("result", call, through.options())(0).values).toEqual([result]);
      }),
      { numRuns: 50 },
    );
  });
});

describe.each([
  { name: "reference", passages: referencePassages },
  { name: "compiled", passages: compiledPassages },
])("$name", ({ passages }) => {
  test("what does not fit is told as an argument of an export and as a result of an import", () => {
    const through = new Through();
    const resize: FunctionType = { params: [{ name: "options", type: record({ width: u32 }) }], result: u8 };
    const args = failure(() => passages.writer("arguments", resize, through.options())([{ width: -4 }], 0));
    expect(args).toMatchObject({
      code: "bad-argument",
      path: "options.width",
      message: 'cannot lower argument 1 of "f": options.width: expected a u32, got -4',
    });
    const result = failure(() => passages.writer("result", resize, through.options())([256], 0));
    expect(result).toMatchObject({
      code: "bad-result",
      message: 'cannot lower the result of "f": expected a u8, got 256',
    });
  });

  test("lists of numbers may be views of the memory", () => {
    const through = new Through();
    const type = taking(list(u8), list(u32));
    const options = { ...through.options(), lists: "viewed" } as const;
    compiledPassages.writer("arguments", type, options)([Uint8Array.of(1, 2), Uint32Array.of(7)], 0);
    const [bytes, words] = compiledPassages.reader("arguments", type, options)(0).values;
    expect([bytes, words]).toEqual([Uint8Array.of(1, 2), Uint32Array.of(7)]);
    expect(Object(bytes).buffer).toBe(through.buffer);
    expect(Object(words).buffer).toBe(through.buffer);
    const [copied] = compiledPassages.reader("arguments", type, through.options())(0).values;
    expect(Object(copied).buffer).not.toBe(through.buffer);
  });

  test("long strings may be views of their UTF-8, and be passed on as such", () => {
    const [text, short] = ["ä".repeat(4_096), "ä".repeat(40)];
    const type = taking(string, string);
    const viewing = (through: Through): FunctionOptions => ({ ...through.options(), strings: "viewed" });
    const [first, second] = [new Through(), new Through()];
    passages.writer("arguments", type, viewing(first))([text, short], 0);
    const { values } = passages.reader("arguments", type, viewing(first))(0);
    expect(values[1]).toBe(short);
    if (passages === compiledPassages) expect(Object(values[0]).buffer).toBe(first.buffer);
    passages.writer("arguments", type, viewing(second))(values, 0);
    expect(passages.reader("arguments", type, second.options())(0).values).toEqual([text, short]);
    const wide = new Through();
    const utf16 = { ...viewing(wide), encoding: "utf16" } as const;
    passages.writer("arguments", type, utf16)(values, 0);
    expect(passages.reader("arguments", type, utf16)(0).values).toEqual([text, short]);
    const misfit = failure(() =>
      passages.writer("arguments", type, first.options())([values[0], new Uint8Array(1)], 0),
    );
    expect(misfit).toMatchObject({ code: "bad-argument" });
  });

  test("a long string that is viewed is looked at all the same", () => {
    const through = new Through();
    const options = { ...through.options(), strings: "viewed" } as const;
    const read = passages.reader("arguments", taking(string), options);
    new Uint32Array(through.buffer).set([64, 5_000]);
    new Uint8Array(through.buffer)[64 + 4_999] = 0xff;
    expect(failure(() => read(0))).toMatchObject({ code: "trap", reason: "a: the string is not UTF-8" });
    new Uint32Array(through.buffer).set([2 ** 20 - 4_999, 5_000]);
    expect(failure(() => read(0))).toMatchObject({ code: "trap" });
  });

  test("what realloc throws goes through, and the next values are written all the same", () => {
    const through = new Through(8_192);
    const type = taking(string);
    const write = passages.writer("arguments", type, through.options());
    expect(() => write(["ä".repeat(10_000)], 0)).toThrow(new RangeError("full"));
    through.top = 4_096;
    write(["ä"], 0);
    expect(passages.reader("arguments", type, through.options())(0).values).toEqual(["ä"]);
  });

  test("what points beyond the memory, or is no text, is not read", () => {
    const through = new Through(8_192);
    const read = passages.reader("arguments", taking(string), through.options());
    const words = new Uint32Array(through.buffer);
    words.set([8_000, 1_000]);
    expect(failure(() => read(0))).toMatchObject({ code: "trap" });
    words.set([64, 1]);
    new Uint8Array(through.buffer)[64] = 0xff;
    expect(failure(() => read(0))).toMatchObject({ code: "trap", reason: "a: the string is not UTF-8" });
    expect(failure(() => read(8_190))).toMatchObject({ code: "trap" });
  });

  test("handles pass as representations, and loans end when they are said to", () => {
    const through = new Through();
    const ended: unknown[] = [];
    const resources: ResourceMapping = {
      lift: ({ kind }, rep) => `${kind} ${rep}`,
      lower: (_, value) => (typeof value === "number" ? value : undefined),
      giveBack: (_, value) => ended.push(value),
    };
    const type = taking({ kind: "own", resource: file }, list({ kind: "borrow", resource: file } as HandleType));
    const write = passages.writer("arguments", type, through.options(resources));
    const loans = write([7, [1, 2]], 0);
    expect(ended).toEqual([]);
    loans?.end();
    expect(ended).toEqual([2, 1]);
    const { values } = passages.reader("arguments", type, through.options(resources))(0);
    expect(values).toEqual(["own 7", ["borrow 1", "borrow 2"]]);
  });

  test("where one of the values does not fit, what was handed over before it comes back", () => {
    const through = new Through();
    const back: unknown[] = [];
    const resources: ResourceMapping = {
      lift: (_, rep) => rep,
      lower: (_, value) => Number(value),
      giveBack: ({ kind }, value) => back.push([kind, value]),
    };
    const own: HandleType = { kind: "own", resource: file };
    const write = passages.writer("arguments", taking(tuple(own, u8)), through.options(resources));
    expect(failure(() => write([[5, 256]], 0))).toMatchObject({ code: "bad-argument", path: "a[1]" });
    expect(back).toEqual([["own", 5]]);
  });
});
