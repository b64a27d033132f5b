import { readFile } from "node:fs/promises";
import { loadPlugin, ResultError } from "@polyplug/host";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contract, type Tools } from "../src/plugin-contract.ts";
import { emptyModule, sharedBindgen, textFilter } from "./tools.ts";

const bindgen = sharedBindgen();

const types = `
  record options { max-width: u32, XML-name: option<string>, to-string: list<tuple<u8, string>> }
  variant shape { dot, line(f64), points(list<u32>), maybe(option<u8>) }
  flags rights { read, may-write }
  enum tint { red, dark-green }`;

/** The contract of a plugin that gives back what it takes. */
async function echo(type: string): Promise<Uint8Array> {
  return await bindgen().contract(
    `package a:b;\nworld w {${types}\n  export echo: func(value: ${type}) -> ${type};\n}`,
  );
}

test.for<[string, string, unknown]>([
  ["bool", "true", true],
  ["s8", "-128", -128],
  ["u16", "65535", 65_535],
  ["s32", "-2147483648", -(2 ** 31)],
  ["u32", "4294967295", 2 ** 32 - 1],
  ["s64", "-9223372036854775808", -(2n ** 63n)],
  ["s64", "7", 7n],
  ["u64", "18446744073709551615", 2n ** 64n - 1n],
  ["f32", "0.1", Math.fround(0.1)],
  ["f64", "-0", -0],
  ["f64", "nan", Number.NaN],
  ["f64", "-inf", Number.NEGATIVE_INFINITY],
  ["char", "'😀'", "😀"],
  ["string", '"\\"é\\n😀"', '"é\n😀'],
  ["list<u8>", "[0, 255]", Uint8Array.of(0, 255)],
  ["list<s8>", "[-1]", Int8Array.of(-1)],
  ["list<s16>", "[-1]", Int16Array.of(-1)],
  ["list<u16>", "[1]", Uint16Array.of(1)],
  ["list<s32>", "[-1]", Int32Array.of(-1)],
  ["list<u32>", "[]", new Uint32Array()],
  ["list<s64>", "[-1]", BigInt64Array.of(-1n)],
  ["list<u64>", "[1]", BigUint64Array.of(1n)],
  ["list<f32>", "[0.5]", Float32Array.of(0.5)],
  ["list<f64>", "[0.1]", Float64Array.of(0.1)],
  ["list<bool>", "[true, false]", [true, false]],
  ["list<list<u8>>", "[[], [1]]", [new Uint8Array(), Uint8Array.of(1)]],
  ["tuple<u8, string>", '(1, "a")', [1, "a"]],
  [
    "options",
    '{max-width: 80, XML-name: some("a"), to-string: [(1, "b")]}',
    { maxWidth: 80, xmlName: "a", toString: [[1, "b"]] },
  ],
  ["shape", "dot", { tag: "dot" }],
  ["shape", "line(-0.5)", { tag: "line", val: -0.5 }],
  ["shape", "points([1])", { tag: "points", val: Uint32Array.of(1) }],
  ["shape", "maybe(none)", { tag: "maybe", val: undefined }],
  ["rights", "{may-write}", { read: false, mayWrite: true }],
  ["rights", "{}", { read: false, mayWrite: false }],
  ["tint", "dark-green", "dark-green"],
  ["option<u8>", "some(1)", 1],
  ["option<u8>", "none", undefined],
  ["option<option<u8>>", "none", { tag: "none" }],
  ["option<option<u8>>", "some(none)", { tag: "some", val: undefined }],
  ["option<option<u8>>", "some(some(1))", { tag: "some", val: 1 }],
  [
    "list<result<u8, string>>",
    '[ok(1), err("a")]',
    [
      { tag: "ok", val: 1 },
      { tag: "err", val: "a" },
    ],
  ],
  ["list<result>", "[ok, err]", [{ tag: "ok" }, { tag: "err" }]],
])("a value of type %s: %s", async ([type, text, value]) => {
  const world = await echo(type);
  expect(await bindgen().parseValues(world, "echo", [text])).toStrictEqual([value]);
  expect(await bindgen().printResult(world, "echo", value)).toBe(text);
});

test("what may be left out is undefined", async () => {
  const world = await echo("options");
  expect(await bindgen().parseValues(world, "echo", ["{max-width: 1, to-string: []}"])).toStrictEqual([
    { maxWidth: 1, xmlName: undefined, toString: [] },
  ]);
  expect(await bindgen().printResult(world, "echo", { maxWidth: 1, toString: [] })).toBe(
    "{max-width: 1, to-string: []}",
  );
});

test("any value is read as it was printed", async () => {
  const world = await echo("list<tuple<string, f64, f32, u64, list<u8>, option<option<string>>>>");
  const text = fc.string({ unit: "binary" });
  const nested = fc.oneof(
    fc.constant({ tag: "none" }),
    fc.record({ tag: fc.constant("some"), val: fc.option(text, { nil: undefined }) }, { noNullPrototype: true }),
  );
  const row = fc.tuple(text, fc.double(), fc.float(), fc.bigInt(0n, 2n ** 64n - 1n), fc.uint8Array(), nested);
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const printed = await bindgen().printResult(world, "echo", rows);
      expect(await bindgen().parseValues(world, "echo", [printed])).toStrictEqual([rows]);
    }),
    { numRuns: 300 },
  );
});

test("a plugin is called with what was read, and what it gives is printed", async () => {
  // The tools themselves are one.
  const bytes = await readFile(new URL("../bindgen.wasm", import.meta.url));
  using plugin = await loadPlugin(bytes, { contract, grant: { random: { seed: "test" } } });
  const path = "polyplug:bindgen/tools@0.1.0#contract";
  const call = async (...texts: string[]): Promise<unknown> => {
    const [sources, world] = (await bindgen().parseValues(bytes, path, texts)) as Parameters<Tools["contract"]>;
    try {
      return plugin.exports.tools.contract(sources, world);
    } catch (error) {
      return error;
    }
  };
  const made = await call('[{path: "a.wit", text: "package a:b; world w {}"}]', 'some("w")');
  expect(made).toBeInstanceOf(Uint8Array);
  expect(await bindgen().printResult(bytes, path, made)).toMatch(/^ok\(\[0, 97, 115, 109, 13, 0, [\d, ]+\]\)$/);
  const failed = await call('[{path: "a.wit", text: "package a:b; world"}]', "none");
  expect(await bindgen().printResult(bytes, path, failed)).toBe(
    'err({message: "expected an identifier or string, found eof", place: some(source({path: "a.wit", line: 1, column: 19}))})',
  );
});

const transform = "acme:text/filter@1.2.0#transform";

test("the world may be a contract, a core module or a component", async () => {
  const world = "package a:b;\nworld w { export run: func(x: list<u8>); }\n";
  const bytes = await bindgen().contract(world);
  const module = await bindgen().embed(emptyModule, world);
  const component = await bindgen().componentize(
    await bindgen().embed(await readFile(new URL("../bindgen.wasm", import.meta.url)), "package c:d;\nworld e {}\n"),
  );
  expect(await bindgen().parseValues(bytes, "run", ["[1]"])).toEqual([Uint8Array.of(1)]);
  expect(await bindgen().parseValues(module, "run", ["[1]"])).toEqual([Uint8Array.of(1)]);
  expect(await bindgen().parseValues(component, "polyplug:bindgen/tools@0.1.0#wat", ["[1]"])).toEqual([
    Uint8Array.of(1),
  ]);
});

test("a function's result is ok or err, by how it ended", async () => {
  const world = await bindgen().contract(textFilter);
  expect(await bindgen().printResult(world, transform, "a")).toBe('ok("a")');
  expect(await bindgen().printResult(world, transform, new ResultError("b"))).toBe('err("b")');
});

test("a function without a result prints nothing", async () => {
  const world = await bindgen().contract("package a:b;\nworld w { export run: func(); }\n");
  expect(await bindgen().printResult(world, "run", undefined)).toBe("");
});

const wide = "{width: 80}";

test.for<[string, string[], string | undefined, string]>([
  ["another type", ["1", wide], "argument 1, column 1", "invalid value type; expected text: string"],
  [
    "a number out of range",
    ['"a"', "{width: -1}"],
    "argument 2, column 9",
    "invalid value; expected options: record {",
  ],
  // Columns count characters: there are 2 of them in 6 bytes before the fault, and in 3 code units.
  ["more than a value", ['"é😀" x', wide], "argument 1, column 6", "trailing characters after value"],
  ["less than a value", ['"a"', "{width: 80"], "argument 2, column 11", "unexpected end of input"],
  ["too deep a value", ["(".repeat(100_000), wide], "argument 1, column 100", "value nesting too deep"],
  ["too few of them", ['"a"'], undefined, "it takes 2 arguments, text, options, got 1"],
])("arguments are refused with their place: %s", async ([, texts, path, reason]) => {
  const world = await bindgen().contract(textFilter);
  await expect(bindgen().parseValues(world, transform, texts)).rejects.toMatchObject({
    code: "bad-argument",
    action: `read the arguments of ${transform}`,
    path,
    reason: expect.stringContaining(path === undefined ? reason : `${path}: ${reason}`),
  });
});

test("a case that does not exist is named", async () => {
  await expect(bindgen().parseValues(await echo("shape"), "echo", ["circle(1)"])).rejects.toMatchObject({
    reason: expect.stringMatching(/^argument 1, column 1: unknown case "circle"; expected value: variant { dot, /),
  });
});

test("no text stands for a resource, nor for what no host carries", async () => {
  const world = await bindgen().contract(
    "package a:b;\ninterface i { resource r; f: func(n: u8, x: list<option<borrow<r>>>) -> r; s: func(x: stream<u8>); }\nworld w { export i; }\n",
  );
  await expect(bindgen().parseValues(world, "a:b/i#f", ["1", "[]"])).rejects.toMatchObject({
    code: "bad-argument",
    reason: "argument 2, column 1: x has a resource in it, which no text stands for",
  });
  await expect(bindgen().printResult(world, "a:b/i#f", {})).rejects.toMatchObject({
    reason: "it has a resource in it, which no text stands for",
  });
  await expect(bindgen().parseValues(world, "a:b/i#s", ["1"])).rejects.toMatchObject({
    reason: "argument 1, column 1: x has a stream in it, which no text stands for",
  });
});

test("an export that does not exist is refused with those that do", async () => {
  const world = await bindgen().contract("package a:b;\nworld w { export run: func(); export stop: func(); }\n");
  await expect(bindgen().parseValues(world, "rum", [])).rejects.toMatchObject({
    message: 'cannot read the arguments of rum: no function "rum" is exported, did you mean "run": known are run, stop',
  });
});

const itself: unknown[] = [];
itself.push(itself);

test.for<[string, unknown, string]>([
  ["shape", { tag: "points", val: [1, -2] }, ".val[1]: expected u32, got -2"],
  ["shape", { tag: "circle" }, 'unknown case "circle"'],
  ["options", { maxWidth: "a", toString: [] }, ".maxWidth: expected u32, got a string"],
  ["options", { maxWidth: 1, toString: [[1, "a", 2]] }, ".toString[0]: expected tuple, got an array of 3"],
  ["u64", 1, "expected u64, got 1"],
  ["s64", 2n ** 63n, "expected s64, got 9223372036854775808n"],
  ["char", "ab", "expected char, got a string"],
  ["u8", null, "there is null in it"],
  ["u8", () => 1, "there is a function in it"],
  ["list<u8>", itself, "it nests more than 1000 levels deep"],
  ["u8", new ResultError("a"), "it has no result that could be an error"],
])("a result of type %s is refused: %o", async ([type, value, reason]) => {
  await expect(bindgen().printResult(await echo(type), "echo", value)).rejects.toMatchObject({
    code: "bad-argument",
    action: "print the result of echo",
    reason,
  });
});

test("a result that cannot be looked at is refused", async () => {
  const world = await echo("list<u8>");
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const throwing = {
    get value() {
      throw new Error("no value today");
    },
  };
  for (const [value, reason] of [
    [proxy, "it cannot be read: "],
    [throwing, "it cannot be read: no value today"],
  ] as const) {
    await expect(bindgen().printResult(world, "echo", value)).rejects.toMatchObject({
      code: "bad-argument",
      reason: expect.stringContaining(reason),
    });
  }
});
