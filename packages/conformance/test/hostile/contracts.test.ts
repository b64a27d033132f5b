import { defineContract, linkPlugins, loadPlugin, PluginError } from "@polyplug/host";
import { encodeModule } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { bindgen, contractIn, contractOf } from "./contracts.ts";
import { failure } from "./failure.ts";
import { guest } from "./guest.ts";
import { abis, load, loadBytes } from "./load.ts";
import { boo, changing, revoked, withGetter } from "./odd-values.ts";

const hostile = await contractIn("world.wit");
const names = await contractIn("names.wit");
const empty = encodeModule({});
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

describe("a contract that is none", () => {
  test.each<readonly [name: string, binary: string]>([
    ["no base64", "not base64!"],
    ["nothing", ""],
    ["an odd number of letters", "AGFzb"],
    ["text in base64", base64(Buffer.from("world text-filter {}"))],
    ["a core module", base64(empty)],
    ["an empty component", base64(Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0))],
    ["the letters of two contracts", base64(hostile.binary) + base64(hostile.binary)],
    ["megabytes of nothing", "A".repeat(2 ** 23)],
  ])("%s", async (_, binary) => {
    const error = await failure(() => loadPlugin(empty, { contract: defineContract(binary) }));
    expect(error).toMatchObject({ code: "bad-argument", path: "contract" });
    expect(error.message).toMatch(/^cannot load plugin: contract is no component-type section in base64: /);
  });

  test("a contract of which something is missing at the end", async () => {
    const { binary } = names;
    for (let length = 0; length < binary.length; length++) {
      const contract = defineContract(base64(binary.subarray(0, length)));
      const error = await failure(() => loadPlugin(empty, { contract }));
      // Custom sections may be left out, and then it is the plugin that lacks everything.
      expect(error.code).toMatch(/^(bad-argument|contract-mismatch)$/);
      if (error.code === "bad-argument") expect(error.path).toBe("contract");
    }
  });

  test("a contract with any byte changed", async () => {
    const binary = Uint8Array.from(names.binary);
    const codes = new Set<string>();
    for (const [at, before] of names.binary.entries()) {
      for (const byte of [before ^ 1, before ^ 0x80, 0x7f, 0xff, 0]) {
        binary[at] = byte;
        try {
          await loadPlugin(empty, { contract: defineContract(base64(binary)) });
          codes.add("loaded");
        } catch (error) {
          if (!PluginError.is(error)) throw error;
          codes.add(error.code);
        }
      }
      binary[at] = before;
    }
    expect(
      [...codes].filter((code) => !["bad-argument", "malformed", "contract-mismatch", "unsupported"].includes(code)),
    ).toEqual([]);
  });

  test.each<readonly [name: string, contract: () => object]>([
    ["nothing of a contract", () => ({})],
    ["a number in the place of its binary form", () => ({ binary: 5 })],
    ["a proxy that throws", () => new Proxy({}, { get: boo, has: boo })],
    ["a proxy that was revoked", () => revoked({})],
    ["a getter that throws", () => withGetter({}, "binary", boo)],
    ["a getter that changes its mind", () => withGetter({}, "binary", changing("", 5))],
  ])("%s", async (_, contract) => {
    const error = await failure(() => loadPlugin(empty, { contract: contract() as ReturnType<typeof defineContract> }));
    expect(error).toMatchObject({ code: "bad-argument", path: "contract" });
  });
});

describe("a contract that is huge", () => {
  test("types that double sixty times are not unfolded", async () => {
    const types = Array.from({ length: 60 }, (_, index) => `type t${index + 1} = tuple<t${index}, t${index}>;`);
    const wit = `package polyplug:bomb; interface all { type t0 = u8; ${types.join(" ")} f: func() -> t60; }
      world bomb { export all; }`;
    const contract = defineContract(base64(await (await bindgen()).contract(wit)));
    const before = performance.now();
    const error = await failure(() => loadPlugin(empty, { contract }));
    expect(error).toMatchObject({ code: "bad-argument", path: "contract" });
    expect(error.message).toContain("100000");
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test("two thousand functions load, and those that are called are made", async () => {
    const functions = Array.from(
      { length: 2_000 },
      (_, index) => `do${index}: func(a: string, b: list<u32>) -> option<string>;`,
    );
    const wide = await contractOf(
      `package polyplug:wide; interface all { ${functions.join(" ")} } world wide { export all; }`,
    );
    const bytes = guest(wide, "");
    for (const canonicalAbi of abis) {
      const before = performance.now();
      const plugin = await loadBytes(bytes, { contract: wide.contract, canonicalAbi });
      expect((await plugin.fails("all.do1999", "a", [1])).code).toBe("trap");
      expect(performance.now() - before).toBeLessThan(5_000);
    }
  });
});

describe.each(abis)("%s: names that JavaScript has already", (canonicalAbi) => {
  const odd = "polyplug:hostile-names/odd";
  const plain = "polyplug:hostile-names/plain";

  test("are fields, flags, cases and labels like any other", async () => {
    const keep = (name: string): string => `(func (export "${odd}#${name}") (param i32 i32) (result i32)
      (i32.store (i32.const 64) (local.get 0)) (i32.store (i32.const 68) (local.get 1)) (i32.const 64))`;
    const body = `${keep("cases")} ${keep("labels")}
      (func (export "${odd}#marks") (param i32) (result i32) (local.get 0))
      (func (export "${odd}#fields") (param i32 i32 i32 i32 i32 i32 i32) (result i32)
        ${[0, 1, 2, 3, 4, 5, 6].map((index) => `(i32.store8 (i32.const ${64 + index}) (local.get ${index}))`).join(" ")}
        (i32.const 64))`;
    const { call, fails } = await load(names, body, { canonicalAbi });
    const fields = numbered("constructor", "toString", "valueOf", "then", "proto", "length", "name");
    expect(call("odd.fields", fields)).toStrictEqual(fields);
    const marks = Object.fromEntries(
      ["constructor", "toString", "then", "hasOwnProperty"].map((name) => [name, name < "n"]),
    );
    expect(call("odd.marks", marks)).toStrictEqual(marks);
    expect(Object.values(call("odd.marks", {}) as object)).toEqual([false, false, false, false]);
    const cases = [{ tag: "constructor", val: 1 }, { tag: "to-string" }, { tag: "then", val: 2 }];
    expect(call("odd.cases", cases)).toEqual(cases);
    expect(call("odd.labels", ["constructor", "to-string", "then"])).toEqual(["constructor", "to-string", "then"]);
    for (const value of [{}, Object.create({ constructor: 1 }), []]) {
      expect((await fails("odd.fields", value)).code).toBe("bad-argument");
    }
  });

  test("are functions, and one called then keeps nobody waiting", async () => {
    const seven = (name: string): string => `(func (export "${name}") (result i32) (i32.const 7))`;
    const all = ["then", "constructor", "to-string", "value-of"];
    const more = [...all, "apply", "call", "bind", "is-prototype-of", "has-own-property", "proto"];
    const body = [...all.map(seven), ...more.map((name) => seven(`${plain}#${name}`))].join(" ");
    const { plugin, call } = await load(names, body, { canonicalAbi });
    expect(await plugin).toBe(plugin);
    for (const name of ["then", "constructor", "toString", "valueOf"]) expect(call(name)).toBe(7);
    const face: object = Reflect.get(plugin.exports, "plain");
    expect(Object.keys(face).sort()).toEqual([
      "apply",
      "bind",
      "call",
      "constructor",
      "hasOwnProperty",
      "isPrototypeOf",
      "proto",
      "then",
      "toString",
      "valueOf",
    ]);
    for (const name of Object.keys(face)) expect(call(`plain.${name}`)).toBe(7);
  });

  test("are resources, with methods and static functions", async () => {
    const body = `
      (import "[export]${odd}" "[resource-new]constructor" (func $new (param i32) (result i32)))
      (import "[export]${odd}" "[resource-new]prototype" (func $new-prototype (param i32) (result i32)))
      (import "[export]${odd}" "[resource-new]then-able" (func $new-then (param i32) (result i32)))
      (func (export "${odd}#make") (result i32) (call $new (i32.const 1)))
      (func (export "${odd}#make-prototype") (result i32) (call $new-prototype (i32.const 2)))
      (func (export "${odd}#make-then-able") (result i32) (call $new-then (i32.const 3)))
      ${[
        "[method]constructor.then",
        "[method]constructor.to-string",
        "[method]prototype.constructor",
        "[method]then-able.value-of",
      ]
        .map(
          (name) => `(func (export "${odd}#${name}") (param i32) (result i32) (i32.add (i32.const 10) (local.get 0)))`,
        )
        .join(" ")}
      ${["[static]constructor.name", "[static]constructor.length", "[static]prototype.call", "[static]prototype.apply"]
        .map((name) => `(func (export "${odd}#${name}") (result i32) (i32.const 5))`)
        .join(" ")}`;
    const { plugin, call } = await load(names, body, { canonicalAbi });
    const face: object = Reflect.get(plugin.exports, "odd");
    expect(Object.keys(face)).toEqual(expect.arrayContaining(["Constructor", "Prototype", "ThenAble", "ToString"]));
    for (const path of ["Constructor.name", "Constructor.length", "Prototype.call", "Prototype.apply"]) {
      expect(call(`odd.${path}`)).toBe(5);
    }
    const made = call("odd.make") as { then(): number; toString(): number };
    expect([made.then(), made.toString()]).toEqual([11, 11]);
    const other = call("odd.makePrototype") as { constructor(): number };
    expect(other.constructor()).toBe(12);
    expect((call("odd.makeThenAble") as { valueOf(): number }).valueOf()).toBe(13);
  });

  test("are what a host provides, or does not", async () => {
    const all = [
      "apply",
      "call",
      "bind",
      "constructor",
      "then",
      "to-string",
      "value-of",
      "is-prototype-of",
      "has-own-property",
      "proto",
    ];
    const body = `${all.map((name, index) => `(import "${plain}" "${name}" (func $f${index} (result i32)))`).join(" ")}
      (func (export "then") (result i32) ${all.map((_, index) => `(call $f${index})`).join(" ")} ${"(i32.add)".repeat(all.length - 1)})`;
    for (const offered of [{}, Object.create({}), class {}, () => 5, Object.assign(Object.create(null), { more: 1 })]) {
      const error = await failure(() => load(names, body, { canonicalAbi, imports: { [plain]: offered } }));
      expect([offered, error.code]).toEqual([offered, "missing-import"]);
      expect(error.missing?.map(({ name }) => name).sort()).toEqual([...all].sort());
    }
    // Each gives another number: all of them have one type, and are not to be confused.
    const given = Object.fromEntries(
      all.map((name, index) => [name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), () => index + 10]),
    );
    class Given {}
    Object.assign(Given.prototype, given);
    for (const offered of [given, Object.assign(Object.create(null), given), new Given()]) {
      for (const [index, name] of all.entries()) {
        const one = `(import "${plain}" "${all[6]}" (func (result i32))) (import "${plain}" "${name}" (func $f (result i32)))
          (func (export "then") (result i32) (call $f))`;
        const { call } = await load(names, one, { canonicalAbi, imports: { [plain]: offered } });
        expect(call("then")).toBe(index + 10);
      }
    }
  });

  test("a static function called prototype, which no class can have, has another name", async () => {
    const contract = await contractOf(`package polyplug:statics;
      interface all { resource r { prototype: static func() -> u8; } }
      world statics { export all; }`);
    const body = `(func (export "polyplug:statics/all#[static]r.prototype") (result i32) (i32.const 7))`;
    const { call } = await load(contract, body, { canonicalAbi });
    expect(call("all.R.prototype_")).toBe(7);
  });
});

test("plugins are linked by names that objects have already", async () => {
  const { contract, world } = await contractOf("package polyplug:lone; world lone { export count: func() -> u32; }");
  const source = guest({ world }, `(func (export "count") (result i32) (i32.const 7))`);
  const sources: Record<string, { source: Uint8Array; contract: typeof contract }> = Object.create(null);
  for (const name of ["__proto__", "constructor", "then", "toString"]) sources[name] = { source, contract };
  const linked = await linkPlugins<string>(sources);
  for (const name of Object.keys(sources)) {
    const count = linked.plugins[name]?.exports["count"] as () => number;
    expect(count()).toBe(7);
  }
  expect(Object.keys(linked.plugins)).toEqual(["__proto__", "constructor", "then", "toString"]);
  linked.dispose();
});

function numbered(...keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key, index) => [key, index + 1]));
}
