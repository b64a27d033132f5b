import { ByteWriter, decodeComponent, type ExternName } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { componentOf, section } from "../bytes.ts";
import { failure } from "../failure.ts";
import { expectFault } from "../fault.ts";
import type { Draft } from "./component-draft.ts";
import { encodeComponent } from "./encode-component.ts";

const instanceType: Draft = { kind: "type", type: { kind: "instance", declarators: [] } };
const funcType: Draft = { kind: "type", type: { kind: "func", async: false, params: [], result: undefined } };

const importInstance = (name: ExternName): Draft => ({ kind: "import", name, type: { kind: "instance", type: 0 } });
const importFunc = (name: string): Draft => ({ kind: "import", name: { name }, type: { kind: "func", type: 0 } });
const importResource = (name: string): Draft => ({
  kind: "import",
  name: { name },
  type: { kind: "type", bound: { kind: "sub resource" } },
});

/** Imports a resource and functions under these names, after the type of a function. */
function withNames(names: readonly string[], resources: readonly string[]): () => unknown {
  const drafts = names.map((name) => (resources.includes(name) ? importResource(name) : importFunc(name)));
  return () => decodeComponent(encodeComponent([funcType, ...drafts]));
}

describe("a name of an import or export", () => {
  test.each([
    "a",
    "A",
    "a-b-c",
    "a1-2-3",
    "A1-2-3",
    "A-B-C",
    "a11-w0rds",
    "A11-4CR0NYMS",
    "m1x3d-4CR0NYMS",
    "ns:pkg/face",
    "ns:pkg/is-XML",
    "n-1:p-2/f",
    "ns:pkg/face@1.2.3",
    "ns:pkg/face@0.2.0-rc-2024.10.1+build.7",
    "ns:pkg/face@1",
    "ns:pkg/face@0.2",
    "ns:pkg/face@0.0.0",
    "outer:inner:pkg/face/deeper@1.0.0",
    "unlocked-dep=<ns:pkg>",
    "unlocked-dep=<ns:pkg@{>=1.0.0 <2.0.0}>",
    "locked-dep=<ns:pkg@1.0.0>,integrity=<sha256-abc>",
    "url=<https://example.com/x.wasm>",
    "integrity=<sha256-abc>",
  ])("may be %s", (name) => {
    const { definitions } = decodeComponent(encodeComponent([instanceType, importInstance({ name })]));
    expect(definitions[1]).toMatchObject({ kind: "import", name: { name } });
  });

  test.each([
    "",
    "-",
    "a-",
    "-a",
    "a--b",
    "1a",
    "aB",
    "Ab",
    "a_b",
    "a.b",
    "ä",
    "__proto__",
    "a\n",
    "[method]r",
    "[method]r.",
    "[method].m",
    "[method]r.m.n",
    "[constructor]",
    "[constructor]r.m",
    "[get]r",
    "[static]",
    "ns:pkg",
    "ns:pkg@1.0.0",
    ":pkg/face",
    "ns:/face",
    "ns:pkg/",
    "ns/face",
    "NS:pkg/face",
    "ns:pKg/face",
    "ns:pkg/face@",
    "ns:pkg/face@1.2",
    "ns:pkg/face@01.0.0",
    "ns:pkg/face@1.0.0-",
    "ns:pkg/face@0.0.01",
    "ns:pkg/face@1@2",
    "url=<>",
    "url=<a<b>",
    "url=a",
    "integrity=<a>,integrity=<b>",
    '"}; process.exit(1); //',
  ])("may not be %j", (name) => {
    const error = failure(() => decodeComponent(encodeComponent([instanceType, importInstance({ name })])));
    expect(error.code).toBe("malformed");
    expect(error.reason).toContain("is not a name of an import or export (at offset 0x11)");
  });

  test.each([
    "a-".repeat(50_000),
    `ns:${"p-1".repeat(30_000)}/x!`,
    `a:b/c@1.0.0-${"0.".repeat(40_000)}`,
    "1-".repeat(40_000),
  ])("is judged in no time, however long", (name) => {
    const start = performance.now();
    failure(() => decodeComponent(encodeComponent([instanceType, importInstance({ name })])));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

/** The examples are those of the specification. */
describe("names of one scope", () => {
  const told = ["foo", "foo-bar", "[constructor]foo", "[method]foo.bar", "[static]foo.baz"];

  test("may differ in what bindings keep apart", () => {
    expect(withNames(told, ["foo"])).not.toThrow();
  });

  test.each([
    "foo",
    "FOO",
    "foo-BAR",
    "[constructor]FOO",
    "[method]foo.BAR",
    "[static]foo.bar",
    "[method]foo.baz",
    "[method]foo.foo",
  ])("may not differ as %s does from those", (name) => {
    expect(withNames([...told, name], ["foo"])).toThrow(
      `import section: 6th entry: name "${name}" is too like one before it`,
    );
  });

  test("may differ in the case of a version, which is no word", () => {
    const names = ["a:b/c@1.0.0-RC", "a:b/c@1.0.0-rc"].map((name) => importInstance({ name }));
    expect(decodeComponent(encodeComponent([instanceType, ...names])).definitions).toHaveLength(3);
  });

  test("may differ in the case of an address, which is no word", () => {
    const names = ["url=<https://example.com/A>", "url=<https://example.com/a>"].map((name) =>
      importInstance({ name }),
    );
    expect(decodeComponent(encodeComponent([instanceType, ...names])).definitions).toHaveLength(3);
  });

  test("are those of imports or of exports", () => {
    const exported: Draft = {
      kind: "export",
      name: { name: "f" },
      target: { sort: "func", index: 0 },
      type: undefined,
    };
    expect(decodeComponent(encodeComponent([funcType, importFunc("f"), exported])).definitions).toHaveLength(3);
    const twice = encodeComponent([funcType, importFunc("f"), exported, exported]);
    expect(() => decodeComponent(twice)).toThrow('export section: 2nd entry: name "f" is too like one before it');
  });

  test("are those of one instance that is made of exports", () => {
    const named = { name: { name: "f" }, sort: "func", index: 0 } as const;
    const instance: Draft = { kind: "instance", instance: { kind: "exports", exports: [named, named] } };
    const bytes = encodeComponent([funcType, importFunc("f"), instance]);
    expect(() => decodeComponent(bytes)).toThrow('instance section: 1st entry: 2nd export: name "f" is too like');
  });

  test.each([
    { names: ["[method]r.m"], reason: 'there is no resource "r" before its method' },
    { names: ["[static]r.m", "r"], reason: 'there is no resource "r" before its static' },
    { names: ["f", "[constructor]f"], reason: 'there is no resource "f" before its constructor' },
  ])("with $names lack a resource", ({ names, reason }) => {
    expect(withNames(names, ["r"])).toThrow(reason);
  });

  test("have methods that are functions", () => {
    const bytes = encodeComponent([instanceType, importResource("r"), importInstance({ name: "[method]r.m" })]);
    expect(() => decodeComponent(bytes)).toThrow("a method is of the sort func, not instance");
  });
});

describe("attributes of a name", () => {
  const decoded = (name: ExternName): unknown =>
    decodeComponent(encodeComponent([instanceType, importInstance(name)])).definitions[1];

  test("are kept", () => {
    const name = { name: "kv", implements: "wasi:keyvalue/store@0.2", versionSuffix: ".0-rc.1", externalId: "💾\n" };
    expect(decoded(name)).toMatchObject({ name });
  });

  test.each([
    { name: { name: "a:b/c", implements: "a:b/c" }, reason: "only what has a plain name can implement an interface" },
    { name: { name: "kv", implements: "store" }, reason: '"store" is not the name of an interface' },
    { name: { name: "a:b/c", versionSuffix: ".0" }, reason: '".0" does not make a version with the name' },
    { name: { name: "a:b/c@1.2.3", versionSuffix: ".0" }, reason: '".0" does not make a version with the name' },
    { name: { name: "a:b/c@1.2.3", versionSuffix: "-rc" }, reason: '"-rc" does not make a version with the name' },
    { name: { name: "a:b/c@1", versionSuffix: ".0" }, reason: '".0" does not make a version with the name' },
    { name: { name: "a:b/c@1", versionSuffix: ".2.3-ä" }, reason: '".2.3-ä" does not make a version with the name' },
  ])("are refused: $reason", ({ name, reason }) => {
    expect(() => decoded(name)).toThrow(reason);
  });

  const kv = (...attributes: readonly string[]): Uint8Array =>
    componentOf(section(7, 1, [0x42, 0]), section(10, 1, [2, 2], "kv", ...attributes.map((text) => text), [5, 0]));

  test("are of known kinds", () => {
    const reason = "import section: 1st entry: 1st attribute: unknown attribute 0x03 (at offset 0x15)";
    expectFault({ what: "", file: kv("\u0001\u0003\u0000"), reason }, "malformed", "decode component");
  });

  test("are there once each", () => {
    const reason = "import section: 1st entry: 2nd attribute: there is one of its kind already (at offset 0x17)";
    expectFault({ what: "", file: kv("\u0002\u0002\u0000\u0002\u0000"), reason }, "malformed", "decode component");
  });

  test("implement an interface by an instance only", () => {
    const name = { name: "f", implements: "a:b/c" };
    const bytes = encodeComponent([funcType, { kind: "import", name, type: { kind: "func", type: 0 } }]);
    expect(() => decodeComponent(bytes)).toThrow("only an instance can implement an interface, not a func");
  });
});

describe("labels", () => {
  const record = (...labels: readonly string[]): (() => unknown) => {
    const content = new ByteWriter().raw([1, 0x72]).list(labels, (writer, label) => writer.name(label).byte(0x7f));
    return () => decodeComponent(componentOf([...new ByteWriter().section(7, content.toBytes()).toBytes()]));
  };

  test.each(["a", "is-XML", "a1-2-3"])("may be %s", (label) => {
    expect(record(label)).not.toThrow();
  });

  test.each(["", "a_b", "[method]r.m", "a:b/c", "__proto__", "constructor\n"])("may not be %j", (label) => {
    expect(record(label)).toThrow("is not a label (at offset 0xd)");
  });

  test("may be called constructor", () => {
    expect(record("constructor", "to-string", "then")).not.toThrow();
  });

  test("differ in more than letter case", () => {
    expect(record("a-b", "A-B")).toThrow('2nd field: label "A-B" is too like one before it (at offset 0x12)');
  });

  test.each([
    { what: "cases", type: [0x71, 2, 1, 0x61, 0, 0, 1, 0x41, 0, 0], at: "2nd case" },
    { what: "flags", type: [0x6e, 2, 1, 0x61, 1, 0x41], at: "2nd label" },
    { what: "an enum", type: [0x6d, 2, 1, 0x61, 1, 0x41], at: "2nd label" },
    { what: "parameters", type: [0x40, 2, 1, 0x61, 0x7f, 1, 0x41, 0x7f, 1, 0], at: "2nd parameter" },
  ])("of $what do as well", ({ type, at }) => {
    expect(() => decodeComponent(componentOf(section(7, 1, type)))).toThrow(
      `${at}: label "A" is too like one before it`,
    );
  });
});
