import { inspectPlugin } from "@polyplug/host";
import { afterEach, describe, expect, test } from "vitest";
import { type Names, namedComponent, plainNames } from "./component-bytes.ts";
import { contractIn } from "./contracts.ts";
import { failure } from "./failure.ts";
import { abis, load, loadBytes } from "./load.ts";

const hostile: readonly string[] = [
  '"}; process.exit(1); //',
  "`$" + "{globalThis.pwned = 1}`",
  "*/ globalThis.pwned = 1; /*",
  "\n globalThis.pwned = 1 //",
  "\\u0022; globalThis.pwned = 1 //",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  "",
  " ",
  "'",
  '"',
  "\\",
  "\0",
  "\r\n",
  "\u2028\u2029",
  "\u202eexe.txt",
  "\u200b",
  "\ufeff",
  "\u001b[2J\u001b]0;title\u0007",
  "%s%n",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "\u{1f600}".repeat(100),
  "_".repeat(100_000),
];

const free = ["custom", "moduleCustom", "function", "coreExport", "coreModule", "componentName"] as const;
const strict = Object.keys(plainNames).filter(
  (key): key is Exclude<keyof Names, (typeof free)[number]> => !free.some((one) => one === key),
);

/** What may be in a message that somebody prints into a terminal. */
function expectHarmless(text: string): void {
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(text.length).toBeLessThan(1_000);
}

afterEach(() => {
  expect(Reflect.get(globalThis, "pwned")).toBeUndefined();
});

const imports = { "acme:text/log": { write: () => undefined } };

describe.each(free)("any text is a good %s", (position) => {
  test("and is nothing but a name", async () => {
    for (const name of hostile) {
      const bytes = namedComponent({ [position]: name });
      for (const canonicalAbi of abis) {
        const { plugin, call, fails } = await loadBytes(bytes, { canonicalAbi, imports });
        expect(call("run", 1)).toBe(7);
        expect(await fails("run", "x")).toMatchObject({ code: "bad-argument", path: "a" });
        plugin.dispose();
      }
      const { wit } = await inspectPlugin(bytes);
      expect(wit).toContain("run: func(a: u32) -> u32");
    }
  });
});

describe.each(strict)("no text of these is a good %s", (position) => {
  test("and none harms whoever is told of it", async () => {
    for (const name of hostile) {
      // These are words of the grammar like any other.
      if (["constructor", "then"].includes(name)) continue;
      const bytes = namedComponent({ [position]: name });
      for (const read of [() => loadBytes(bytes, { imports }), () => inspectPlugin(bytes)]) {
        const error = await failure(read);
        expect([name.slice(0, 50), error.code]).toEqual([name.slice(0, 50), "malformed"]);
        expectHarmless(error.message);
        expectHarmless(String(error.path ?? ""));
        expectHarmless((error.stack ?? "").split("\n    at ")[0] ?? "");
        expect(error.offset).toBeGreaterThan(8);
      }
    }
  });
});

test.each([
  "constructor",
  "then",
  "to-string",
  "value-of",
  "proto",
  "prototype",
  "apply",
  "has-own-property",
  "A",
  "a1-B2",
])("%s is a good name everywhere", async (name) => {
  const names = { export: name, param: name, field: name, case: name, label: name, flag: name, imported: name };
  const key = name.toLowerCase().replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  for (const canonicalAbi of abis) {
    const bytes = namedComponent(names);
    const { call } = await loadBytes(bytes, { canonicalAbi, imports: { "acme:text/log": { [key]: () => 1 } } });
    expect(call(key, 1)).toBe(7);
  }
});

test.each(["custom", "moduleCustom", "coreExport", "coreModule", "import", "export", "param", "field"] as const)(
  "a %s of more than 100,000 bytes is refused",
  async (position) => {
    const error = await failure(() => loadBytes(namedComponent({ [position]: "x".repeat(100_001) }), { imports }));
    expect(error.code).toBe("unsupported");
    expectHarmless(error.message);
  },
);

test("a custom section with names that are longer is not read", async () => {
  const name = "x".repeat(100_001);
  const bytes = namedComponent({ function: name, componentName: name });
  expect((await loadBytes(bytes, { imports })).call("run", 1)).toBe(7);
});

test("a core module's imports of such names are told of and do nothing", async () => {
  const contract = await contractIn("world.wit");
  for (const name of hostile) {
    const text = [...Buffer.from(name)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
    const error = await failure(() => load(contract, `(import "${text}" "${text}" (func (param i32)))`));
    expect(error).toMatchObject({ code: "missing-import", missing: [{ module: name, name }] });
    for (const line of error.message.split("\n")) expectHarmless(line);
    expect(error.message.length).toBeLessThan(2_000);
    // An export of such a name is no business of the world's.
    const { call } = await load(
      contract,
      `(func (export "${text}")) (func (export "count") (result i32) (i32.const 7))`,
    );
    expect(call("count")).toBe(7);
  }
});
