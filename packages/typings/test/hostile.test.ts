import type { Item, ValueType, World } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { printContract, printDeclarations, printGuest } from "@polyplug/typings";
import fc from "fast-check";
import { type Comment, parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { arbitraryWorld } from "./arbitrary-world.ts";

const binary = new Uint8Array(3);

/** Names in binaries are UTF-8, so that there are no lone surrogates. */
const breakers = [
  '"}; process.exit(1); //',
  "*/ process.exit(1) /*",
  "`+x+`",
  "'",
  "\\",
  "\n",
  "\r",
  "\u2028",
  "\u202e",
];
const hostileText = fc.oneof(
  fc.constantFrom(...breakers, "", "__proto__", "toString", "x".repeat(200)),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...breakers, "a", "b-c", "@1.0.0", "/", ":")).map((parts) => parts.join("")),
);

/** The kinds of statements of a module, its comments, and all text in it that is neither. */
function anatomy(text: string): { readonly statements: ReadonlySet<string>; readonly comments: readonly Comment[] } {
  const { program, errors, comments } = parseSync("module.ts", text);
  expect(errors.map(({ message }) => message)).toEqual([]);
  const statements = program.body.map((statement) => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
    return declared?.type ?? statement.type;
  });
  return { statements: new Set(statements), comments };
}

describe("names and comments of any kind", () => {
  const worlds = arbitraryWorld({ label: hostileText, id: hostileText, comment: hostileText });
  const allowed = ["ImportDeclaration", "TSInterfaceDeclaration", "TSTypeAliasDeclaration", "VariableDeclaration"];

  test.each([
    ["contracts", printContract, allowed],
    ["declarations of a plugin's own side", printGuest, ["TSModuleDeclaration"]],
    ["declarations", printDeclarations, [...allowed, "TSDeclareFunction", "ExportNamedDeclaration"]],
  ] as const)("stay what they are in %s", (_, print, kinds) => {
    let written = 0;
    for (const { world, docs } of fc.sample(worlds, { numRuns: 1_000, seed: 1 })) {
      const text = write(() => print({ world, docs, binary }));
      if (text === undefined) continue;
      written++;
      expect(text).not.toMatch(/[\r\u2028\u202e]/);
      const { statements, comments } = anatomy(text);
      expect([...statements].filter((kind) => !kinds.some((one) => one === kind))).toEqual([]);
      const code = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
      // What is left are words of the module and strings.
      expect(code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "")).not.toMatch(/process\.exit|[`\\]/);
    }
    expect(written).toBeGreaterThan(500);
  });
});

/** What is written; undefined where two things have one name in JavaScript, which is refused. */
function write(print: () => string): string | undefined {
  try {
    return print();
  } catch (error) {
    if (PluginError.is(error) && error.code === "unsupported") return undefined;
    throw error;
  }
}

describe("what has no end", () => {
  test("types that double with each line are refused, for they have no names", () => {
    let type: ValueType = { kind: "u8" };
    for (let depth = 0; depth < 40; depth++) type = { kind: "tuple", types: [type, type] };
    expect(refusal(worldOf({ f: functionOf(type) }))).toBe("there are more than 200000 types to be written out");
  });

  test("types that double and have names are written", () => {
    const items: Record<string, Item> = {};
    let type: ValueType = { kind: "u8" };
    for (let depth = 0; depth < 60; depth++) {
      type = { kind: "tuple", types: [type, type] };
      items[`t${depth}`] = { kind: "type", type };
    }
    const text = printContract({ world: worldOf({ ...items, f: functionOf(type) }), binary });
    expect(text).toContain("\nexport type T59 = [T58, T58];\n");
    expect(text).toContain("  readonly f: (p0: T59) => void;\n");
  });

  test("a long name that is used often is refused", () => {
    const type: ValueType = { kind: "enum", labels: ["a"] };
    const functions = Array.from({ length: 1_000 }, (_, index) => [`f${index}`, functionOf(type)] as const);
    const world = worldOf({ ["n".repeat(20_000)]: { kind: "type", type }, ...Object.fromEntries(functions) });
    expect(refusal(world)).toBe("they would have more than 16777216 characters");
  });

  test("many interfaces and types are no trouble", () => {
    const exports = Array.from({ length: 20_000 }, (_, index) => {
      const type: ValueType = { kind: "enum", labels: ["a"] };
      const items = new Map<string, Item>([
        ["t", { kind: "type", type }],
        ["f", functionOf(type)],
      ]);
      return [`a:b/c@1.0.${index}`, { kind: "interface", items }] as const;
    });
    const text = printContract({ world: { name: undefined, imports: new Map(), exports: new Map(exports) }, binary });
    expect(text).toContain('  readonly "a:b/c@1.0.19999": C1_0_19999;\n');
    expect(text).toContain("\nexport interface C1_0_19999 {\n  readonly f: (p0: C1_0_19999T) => void;\n}\n");
  });
});

describe("what JavaScript would not tell apart is refused", () => {
  const u8: ValueType = { kind: "u8" };
  const resource = (name: string): Item => ({ kind: "resource", resource: { name } });

  test.each<[string, World, string]>([
    [
      "fields",
      worldOf({
        r: { kind: "type", type: { kind: "record", fields: ["a-1", "a1"].map((name) => ({ name, type: u8 })) } },
      }),
      '"a-1" and "a1" of a record are both a1 in JavaScript',
    ],
    [
      "flags",
      worldOf({ r: { kind: "type", type: { kind: "flags", labels: ["a", "A"] } } }),
      '"a" and "A" of flags are both a in JavaScript',
    ],
    [
      "functions",
      worldOf({ "f-1": functionOf(), f1: functionOf() }),
      '"f-1" and "f1" of a:b/c are both f1 in JavaScript',
    ],
    [
      "classes",
      worldOf({ "r-1": resource("a"), r1: resource("b") }),
      '"r-1" and "r1" of a:b/c are both R1 in JavaScript',
    ],
  ])("%s", (_, world, reason) => {
    expect(refusal(world)).toBe(reason);
  });
});

/** A world with one interface that it exports. */
function worldOf(items: Readonly<Record<string, Item>>): World {
  const owner = { kind: "interface", items: new Map(Object.entries(items)) } as const;
  return { name: "a:b/w", imports: new Map(), exports: new Map([["a:b/c", owner]]) };
}

function functionOf(...types: readonly ValueType[]): Item {
  return { kind: "function", type: { params: types.map((type, index) => ({ name: `p${index}`, type })) } };
}

/** Why a world is refused, which is the same for contracts and declarations. */
function refusal(world: World): string {
  const [reason, other] = [printContract, printDeclarations].map((print) => {
    try {
      return print({ world, binary });
    } catch (error) {
      return PluginError.is(error) && error.code === "unsupported" ? error.reason : String(error);
    }
  });
  expect(other).toBe(reason);
  return reason ?? "";
}
