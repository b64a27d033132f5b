import { type CompatOptions, compat, type ResourceType, type ValueType, type World } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { list, record, string, tuple, u8, u32, u64 } from "../types.ts";
import { bound, face, func, type Items, lines, named, resource, world } from "./worlds.ts";

const filter = (options: ValueType): Items[string] =>
  face({ options: named(options), transform: func({ text: string, options }, string) });
const log = face({ write: func({ line: string }) });

const exporting = (exports: Items, name?: string): World => world({ ...(name && { name }), exports });
const importing = (imports: Items): World => world({ imports });

describe("exports", () => {
  test("that the contract wants are all there", () => {
    const plugin = exporting({
      run: func({}),
      "acme:text/filter@1.0.0": filter(u8),
      more: func({}),
      "acme:text/more": log,
    });
    const contract = exporting({ run: func({}), "acme:text/filter@1.0.0": filter(u8) });
    const fit = compat(plugin, contract);
    expect(fit.differences).toEqual([]);
    expect([...fit.exports.keys()]).toEqual(["run", "acme:text/filter@1.0.0"]);
  });

  test("that are missing are listed, each with a cure", () => {
    const contract = exporting(
      {
        run: func({ a: u8 }, string),
        "acme:text/filter@1.3.0": face({ transform: func({}), reset: func({}) }),
        "acme:text/store@1.3.0": log,
        "acme:text/types@1.3.0": face({ options: named(list(u8)) }),
      },
      "acme:text/plugin@1.3.0",
    );
    const plugin = exporting({ "acme:text/filter@1.0.0": face({ transform: func({}) }) }, "acme:text/plugin@1.0.0");
    expect(compat(plugin, contract).differences).toEqual([
      {
        path: "export acme:text/store@1.3.0",
        wanted: "an interface",
        found: "no such export",
        cure: "export acme:text/store@1.3.0 from the plugin",
      },
      {
        path: "export run",
        wanted: "func(a: u8) -> string",
        found: "no such export",
        cure: "export run from the plugin",
      },
      {
        path: "export acme:text/filter@1.3.0#reset",
        wanted: "func()",
        found: "no such function",
        cure: "build the plugin against acme:text/filter@1.3.0",
      },
    ]);
  });

  test("of another kind are not what is wanted", () => {
    const plugin = exporting({ run: log, filter: func({}) });
    const contract = exporting({ run: func({}), filter: log });
    expect(lines(compat(plugin, contract))).toEqual([
      "export filter: wanted an interface, found no such export",
      "export run: wanted func(), found no such export",
    ]);
  });
});

describe("imports", () => {
  test("that the plugin does not use do not matter", () => {
    const fit = compat(
      importing({ now: func({}) }),
      importing({ now: func({}), later: func({}), "acme:text/log": log }),
    );
    expect(fit.differences).toEqual([]);
    expect([...fit.imports.keys()]).toEqual(["now"]);
  });

  test("that the contract does not have are listed, each with a cure", () => {
    const plugin = importing({
      now: func({}, u64),
      "acme:text/log@1.3.0": face({ write: func({ line: string }), flush: func({}) }),
      "acme:text/store@1.0.0": log,
      "acme:text/types@1.3.0": face({ options: named(u8) }),
    });
    const contract = importing({ "acme:text/log@1.0.0": log });
    expect(compat(plugin, contract).differences).toEqual([
      {
        path: "import acme:text/store@1.0.0",
        wanted: "no such import",
        found: "an interface",
        cure: "add it to the host's contract, or build the plugin without it",
      },
      {
        path: "import now",
        wanted: "no such import",
        found: "func() -> u64",
        cure: "add it to the host's contract, or build the plugin without it",
      },
      {
        path: "import acme:text/log@1.0.0#flush",
        wanted: "no such function",
        found: "func()",
        cure: "build the plugin against acme:text/log@1.0.0, or move the host on to acme:text/log@1.3.0",
      },
    ]);
  });

  test("of WASI are left to grants, unless the contract speaks of them", () => {
    const plugin = importing({ "wasi:cli/stdout@0.2.0": log, "wasi:io/poll@0.2.0": log });
    const contract = importing({ "wasi:io/poll@0.2.1": face({}) });
    const fit = compat(plugin, contract);
    expect(fit.others).toEqual(["wasi:cli/stdout@0.2.0"]);
    expect(lines(fit)).toEqual(["import wasi:io/poll@0.2.1#write: wanted no such function, found func(line: string)"]);
  });

  test("that are granted are for the host to say", () => {
    const plugin = importing({ "wasi:cli/stdout@0.2.0": log, "acme:own/clock": log, now: func({}), later: func({}) });
    const options: CompatOptions = { isGranted: (name) => name.startsWith("acme:") || name === "now" };
    const fit = compat(plugin, importing({}), options);
    expect(fit.others).toEqual(["acme:own/clock", "now"]);
    expect(fit.differences.map(({ path }) => path)).toEqual(["import wasi:cli/stdout@0.2.0", "import later"]);
  });
});

describe("versions", () => {
  test.each([
    ["1.0.0", "1.3.0", true],
    ["1.3.0", "1.0.0", true],
    ["1.0.0", "1.0.0", true],
    ["1.0.0", "2.0.0", false],
    ["0.2.1", "0.2.9", true],
    ["0.2.0", "0.3.0", false],
    ["0.0.3", "0.0.3", true],
    ["0.0.3", "0.0.4", false],
    ["1.0.0-rc.1", "1.0.0-rc.1", true],
    ["1.0.0-rc.1", "1.0.0-rc.2", false],
    ["1.0.0-rc.1", "1.0.0", false],
    ["1.0.0+build.1", "1.0.0+build.2", true],
    ["1", "1.2.3", true],
  ])("plugin %s, contract %s: %s", (plugin, contract, isOnTrack) => {
    const id = (version: string): string => `acme:text/log@${version}`;
    const exported = compat(exporting({ [id(plugin)]: log }), exporting({ [id(contract)]: log }));
    expect(lines(exported)).toEqual(
      isOnTrack ? [] : [`export ${id(contract)}: wanted an interface, found ${id(plugin)}`],
    );
    const imported = compat(importing({ [id(plugin)]: log }), importing({ [id(contract)]: log }));
    expect(lines(imported)).toEqual(
      isOnTrack ? [] : [`import ${id(plugin)}: wanted ${id(contract)}, found an interface`],
    );
    if (!isOnTrack) return;
    const binding = { kind: "interface", plugin: id(plugin), contract: id(contract) };
    expect(exported.exports.get(id(contract))).toMatchObject(binding);
    expect(imported.imports.get(id(plugin))).toMatchObject(binding);
  });

  test("that are missing do not match any", () => {
    const fit = compat(exporting({ "acme:text/log": log }), exporting({ "acme:text/log@1.0.0": log }));
    expect(lines(fit)).toEqual(["export acme:text/log@1.0.0: wanted an interface, found acme:text/log"]);
  });

  test("of one interface stand side by side, each for its own", () => {
    const [one, two] = [filter(u8), filter(string)];
    const fit = compat(
      exporting({ "acme:text/filter@1.0.0": one, "acme:text/filter@2.0.0": two }),
      exporting({ "acme:text/filter@1.2.0": one, "acme:text/filter@2.1.0": two }),
    );
    expect(fit.differences).toEqual([]);
    expect(fit.exports.get("acme:text/filter@2.1.0")).toMatchObject({ plugin: "acme:text/filter@2.0.0" });
  });

  test("of one track: the same comes first, then the latest", () => {
    const plugin = exporting({ "a:b/c@1.4.0": log, "a:b/c@1.10.0": log, "a:b/c@1.2.0": log });
    const contract = exporting({ "a:b/c@1.2.0": log, "a:b/c@1.3.0": log });
    const fit = compat(plugin, contract);
    expect(fit.exports.get("a:b/c@1.2.0")).toMatchObject({ plugin: "a:b/c@1.2.0" });
    expect(fit.exports.get("a:b/c@1.3.0")).toMatchObject({ plugin: "a:b/c@1.10.0" });
  });

  test.each([
    ["1.0.0", "1.3.0", "build the plugin against acme:text/filter@1.3.0"],
    [
      "1.3.0",
      "1.0.0",
      "build the plugin against acme:text/filter@1.0.0, or move the host on to acme:text/filter@1.3.0",
    ],
    ["1.3.0", "1.3.0", "build the plugin from the host's own contract"],
  ])("make the cure: plugin %s, contract %s", (plugin, contract, cure) => {
    const { differences } = compat(
      exporting({ [`acme:text/filter@${plugin}`]: filter(string) }),
      exporting({ [`acme:text/filter@${contract}`]: filter(record({ width: u32 })) }),
    );
    expect(differences).toEqual([
      {
        path: `export acme:text/filter@${contract}#transform: parameter options`,
        wanted: "record { width: u32 }",
        found: "string",
        cure,
      },
    ]);
  });

  test("of worlds make the cure for what lies outside of interfaces", () => {
    const [plugin, contract] = [{ run: func({ a: u8 }) }, { run: func({ a: string }) }];
    const { differences } = compat(
      exporting(plugin, "acme:text/plugin@1.0.0"),
      exporting(contract, "acme:text/plugin@1.1.0"),
    );
    expect(differences[0]?.cure).toBe("build the plugin against acme:text/plugin@1.1.0");
  });
});

describe("resources", () => {
  const [ours, theirs]: readonly [ResourceType, ResourceType] = [{ name: "file" }, { name: "file" }];

  /** Imports a resource with a method and a function that gives one, and exports a function that takes some. */
  function fileWorld(file: ResourceType, id: string): World {
    const types = face({
      file: resource(file),
      "[method]file.read": func({ self: { kind: "borrow", resource: file } }, string),
      open: func({}, { kind: "own", resource: file }),
    });
    const store = face({ save: func({ files: list({ kind: "own", resource: file }) }) });
    return world({ imports: { [id]: types }, exports: { "acme:fs/store@1.0.0": store } });
  }

  test("are one by their name in interfaces that match, wherever they are used", () => {
    const fit = compat(fileWorld(ours, "acme:fs/types@1.0.0"), fileWorld(theirs, "acme:fs/types@1.2.0"));
    expect(fit.differences).toEqual([]);
    expect([...fit.resources.keys()]).toEqual([ours]);
    expect(fit.resources.get(ours)).toBe(theirs);
    expect(bound(fit.imports, "[method]file.read", "acme:fs/types@1.0.0").arity).toBe(1);
    expect(bound(fit.imports, "open", "acme:fs/types@1.0.0").type.result).toEqual({ kind: "own", resource: ours });
  });

  test("of interfaces that do not match are two, though their names be the same", () => {
    const fit = compat(fileWorld(ours, "acme:fs/types@1.0.0"), fileWorld(theirs, "acme:fs/types@2.0.0"));
    expect(lines(fit)).toContain(
      "export acme:fs/store@1.0.0#save: parameter files: []: wanted file, found file, which is another resource",
    );
  });

  test("are handed over or lent, on both sides alike", () => {
    const lending = (kind: "own" | "borrow", file: ResourceType): World =>
      exporting({ "a:b/c": face({ file: resource(file), f: func({ file: { kind, resource: file } }) }) });
    const fit = compat(lending("own", { name: "file" }), lending("borrow", { name: "file" }));
    expect(lines(fit)).toEqual(["export a:b/c#f: parameter file: wanted borrow<file>, found file"]);
  });

  test("that are two to the plugin are not one to the host", () => {
    const both = (one: ResourceType, other: ResourceType): World =>
      exporting({
        "a:b/c": face({ r: resource(one), f: func({}, { kind: "own", resource: one }) }),
        "a:b/d": face({ r: resource(other), f: func({}, { kind: "own", resource: other }) }),
      });
    const shared = { name: "r" };
    const apart = both({ name: "r" }, { name: "r" });
    const line = "export a:b/d#f: result: wanted r, found r, which is another resource";
    expect(lines(compat(apart, both(shared, shared)))).toEqual([line]);
    expect(lines(compat(both(shared, shared), apart))).toEqual([line]);
  });
});

describe("a plugin that differs everywhere", () => {
  test("gets 100 differences and the number of the others", () => {
    const functions = (type: ValueType): Items =>
      Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`f${index}`, func({ a: type })]));
    const fit = compat(exporting(functions(u8)), exporting(functions(string)));
    expect(fit.differences).toHaveLength(100);
    expect(fit.unlisted).toBe(30);
    expect(fit.differences[99]?.path).toBe("export f99: parameter a");
  });

  test("is compared in no time, though its types double with each line", () => {
    const doubled = (leaf: ValueType): ValueType => {
      let type = leaf;
      for (let depth = 0; depth < 60; depth++) type = record({ a: type, b: type });
      return type;
    };
    const fit = compat(exporting({ f: func({}, doubled(u32)) }), exporting({ f: func({}, doubled(u8)) }));
    expect(fit.differences).toHaveLength(100);
    expect(fit.unlisted).toBe(2 ** 60 - 100);
    expect(
      compat(exporting({ f: func({}, doubled(u8)) }), exporting({ f: func({}, doubled(u32)) })).differences,
    ).toEqual([]);
  });

  test("does not fill the list with its names", () => {
    const long = "x".repeat(100_000);
    const fit = compat(
      exporting({ f: func({ a: record({ [long]: u8 }) }) }),
      exporting({ f: func({ a: tuple(u8) }), g: func({ a: u8 }), [`${long}`]: func({}) }),
    );
    expect(fit.differences).toHaveLength(3);
    for (const difference of fit.differences) {
      for (const text of Object.values(difference)) expect(text.length).toBeLessThan(400);
    }
  });
});
