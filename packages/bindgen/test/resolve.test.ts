import { type ResolvedWit, type WitSource, witInterfaceId } from "@polyplug/bindgen";
import { expect, test } from "vitest";
import { sharedBindgen, textFilter } from "./tools.ts";

const bindgen = sharedBindgen();

test("a package is resolved with its documentation", async () => {
  const documented = textFilter
    .replace("interface filter", "/// Changes texts.\ninterface filter")
    .replace("  transform:", "  /// Gives the text as it should be.\n  transform:");
  const { main, packages, worlds, interfaces, types } = await bindgen().resolve(documented);
  expect(packages[main]).toEqual({ name: "acme:text@1.2.0", interfaces: { filter: 0 }, worlds: { "text-filter": 0 } });
  expect(worlds[0]).toMatchObject({ name: "text-filter", imports: { log: { function: { name: "log" } } } });
  expect(interfaces[0]).toMatchObject({ name: "filter", docs: { contents: "Changes texts." }, types: { options: 0 } });
  expect(interfaces[0]?.functions["transform"]).toEqual({
    name: "transform",
    kind: "freestanding",
    params: [
      { name: "text", type: "string" },
      { name: "options", type: 0 },
    ],
    result: 1,
    docs: { contents: "Gives the text as it should be." },
  });
  expect(types.map(({ kind }) => kind)).toEqual([
    { record: { fields: [{ name: "width", type: "u32" }] } },
    { result: { ok: "string", err: "string" } },
  ]);
});

const usesClock = "package acme:app;\nworld app { import acme:clock/now; }\n";
const clock = "package acme:clock;\ninterface now { use times.{time}; now: func() -> time; }\n";
const times = "package acme:clock;\ninterface times { type time = u64; }\n";

test.for([
  [
    "a file each",
    [
      { path: "world.wit", text: usesClock },
      { path: "deps/clock.wit", text: clock + times.replace(/^package.*\n/, "") },
    ],
  ],
  [
    "a folder each",
    [
      { path: "wit/deps/clock/now.wit", text: clock },
      { path: "wit/deps/clock/times.wit", text: times },
      { path: "wit/app.wit", text: usesClock },
      // What a dependency brings along is not looked at, for it lies beside it as well.
      { path: "wit/deps/clock/deps/times.wit", text: "???" },
    ],
  ],
  [
    "paths of Windows",
    [
      { path: "wit\\app.wit", text: usesClock },
      { path: "wit\\deps\\clock\\now.wit", text: clock },
      { path: "wit\\deps\\clock\\times.wit", text: times },
    ],
  ],
] satisfies [string, WitSource[]][])("dependencies lie in deps: %s", async ([, sources]) => {
  const resolved = await bindgen().resolve(sources);
  expect(packageNames(resolved)).toEqual(["acme:app", "acme:clock"]);
  expect(resolved.packages[resolved.main]?.name).toBe("acme:app");
});

test("several files make up one package", async () => {
  const sources = [
    { path: "a.wit", text: "package acme:two;\nworld one { import two; }" },
    { path: "b.wit", text: "interface two { f: func(); }" },
  ];
  const { worlds, interfaces } = await bindgen().resolve(sources);
  expect([worlds.map(({ name }) => name), interfaces.map(({ name }) => name)]).toEqual([["one"], ["two"]]);
});

test("the world that is meant is told", async () => {
  const two = "package a:b;\nworld one {}\nworld two {}\n";
  const named = async (wit: string, world?: string): Promise<string | undefined> => {
    const resolved = await bindgen().resolve(wit, { world });
    return resolved.world === undefined ? undefined : resolved.worlds[resolved.world]?.name;
  };
  expect(await named(textFilter)).toBe("text-filter");
  expect(await named(two)).toBeUndefined();
  expect(await named(two, "two")).toBe("two");
  await expect(named(two, "twoo")).rejects.toMatchObject({
    message: 'cannot resolve WIT: the package a:b has no world "twoo", did you mean "two": known are one, two',
  });
});

test.for([
  ["package a:b;", "a:b/i"],
  ["package a:b@1.2.3-rc.1+build;", "a:b/i@1.2.3-rc.1+build"],
])("the id of an interface in %s", async ([header, id]) => {
  const wit = `${header}\ninterface i {}\nworld w { import i; import inner: interface { f: func(); } }\n`;
  const resolved = await bindgen().resolve(wit);
  const ids = resolved.interfaces.map((_, index) => witInterfaceId(resolved, index));
  expect(ids.toSorted()).toEqual([id, undefined]);
  expect(witInterfaceId(resolved, 2)).toBeUndefined();
});

/** What a generator of code needs, each thing once. */
const everything = `package acme:all@1.0.0;

interface shared {
  /// A thing.
  @since(version = 0.9.0)
  @deprecated(version = 1.0.0)
  @external-id("THING")
  resource thing {
    constructor(size: u32);
    /// Its size.
    grow: func(by: borrow<thing>) -> result<u32>;
    largest: static func() -> thing;
    later: async func();
  }
  type alias = list<thing>;
  flags rights {
    /// To read.
    read,
  }
  @unstable(feature = later)
  hidden: func();
}

world included {
  use shared.{rights};
  import ask: func(rights: rights) -> bool;
}

world all {
  include included;
  export shared;
  export inner: interface { f: async func(); }
}
`;

test("what a generator of code needs is there", async () => {
  const resolved = await bindgen().resolve(everything, { world: "all" });
  const { worlds, interfaces, types } = resolved;
  const all = worlds[resolved.world ?? -1];
  const shared = interfaces.findIndex(({ name }) => name === "shared");
  const { thing = -1, alias = -1, rights = -1 } = interfaces[shared]?.types ?? {};
  expect(types[thing]).toEqual({
    name: "thing",
    kind: "resource",
    owner: { interface: shared },
    docs: { contents: "A thing." },
    stability: { stable: { since: "0.9.0", deprecated: "1.0.0" } },
    external_id: "THING",
  });
  const functions = Object.values(interfaces[shared]?.functions ?? {});
  expect(functions.map(({ name, kind }) => [name, kind])).toEqual([
    ["[constructor]thing", { constructor: thing }],
    ["[method]thing.grow", { method: thing }],
    ["[static]thing.largest", { static: thing }],
    ["[method]thing.later", { "async-method": thing }],
  ]);
  const grow = functions[1];
  expect(grow?.docs).toEqual({ contents: "Its size." });
  const handles = grow?.params.map(({ name, type }) => [name, typeof type === "number" && types[type]?.kind]);
  expect(handles).toEqual([
    ["self", { handle: { borrow: thing } }],
    ["by", { handle: { borrow: thing } }],
  ]);
  expect(types[alias]?.kind).toHaveProperty("list");
  expect(types[rights]).toMatchObject({
    kind: { flags: { flags: [{ name: "read", docs: { contents: "To read." } }] } },
    owner: { interface: shared },
  });
  // What was included belongs to the world that includes it, and leads to what it is a name for.
  expect(Object.keys(all?.imports ?? {})).toEqual([`interface-${shared}`, "rights", "ask"]);
  const used = all?.imports["rights"];
  if (used === undefined || !("type" in used)) throw new Error("the world has no type rights");
  expect(types[used.type]).toMatchObject({ name: "rights", kind: { type: rights } });
  expect(Object.keys(all?.exports ?? {})).toEqual([`interface-${shared}`, "inner"]);
  expect(all?.exports[`interface-${shared}`]).toEqual({ interface: { id: shared } });
  expect(witInterfaceId(resolved, shared)).toBe("acme:all/shared@1.0.0");
});

test.for([
  [
    "a package nobody brought",
    [["a.wit", usesClock]],
    "a.wit:2:20",
    "there is no package acme:clock in deps: known are ",
  ],
  [
    "a name that is not there",
    [["a.wit", "package a:b;\n\nworld w { import x; }"]],
    "a.wit:3:18",
    "`x` does not exist",
  ],
  // Columns count characters: the comment before the fault has 4 of them in 8 bytes, and 5 code units.
  ["what is no WIT", [["é.wit", "package a:b;\n/*ééé😀*/ world 1"]], "é.wit:2:16", "expected"],
  ["the end of the text", [["a.wit", "package a:b;\nworld w {"]], "a.wit:2:10", "expected"],
  [
    "the file of a dependency",
    [
      ["a.wit", usesClock],
      ["deps/clock/a.wit", clock],
    ],
    "deps/clock/a.wit:2:21",
    "`times` does not exist",
  ],
  [
    "a package that is there twice",
    [
      ["a.wit", "package a:b;"],
      ["deps/b.wit", "package a:b;"],
    ],
    "deps/b.wit:1:9",
    "package `a:b` is defined in two different locations, also at a.wit:1:9",
  ],
] satisfies [string, [string, string][], string, string][])(
  "the error says where it is: %s",
  async ([, files, place, reason]) => {
    const sources = files.map(([path, text]) => ({ path, text }));
    await expect(bindgen().resolve(sources)).rejects.toMatchObject({
      name: "PluginError",
      code: "bad-argument",
      action: "resolve WIT",
      path: place,
      reason: expect.stringMatching(new RegExp(`^${escaped(place)}: .*${escaped(reason)}`)),
    });
  },
);

test("dependencies alone are no package", async () => {
  await expect(bindgen().resolve([{ path: "deps/clock.wit", text: clock }])).rejects.toMatchObject({
    message: "cannot resolve WIT: there is no WIT outside of deps",
    path: undefined,
  });
});

function packageNames({ packages }: ResolvedWit): readonly string[] {
  return packages.map(({ name }) => name).sort();
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
