import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildPlugin, detectProject, type ProgressEvent, writeBindings } from "@polyplug/build";
import { loadPlugin } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { environment } from "./environment.ts";
import {
  addAssemblyscriptSdk,
  contract,
  projectFolder,
  type SourceLanguage,
  shout,
  sources,
} from "./project-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

interface Filter {
  transform(text: string): string;
}

const core: readonly SourceLanguage[] = ["rust", "c", "cpp"];

async function transformed(path: string, text: string): Promise<string> {
  const plugin = await loadPlugin<Filter>(path);
  try {
    return plugin.exports.transform(text);
  } finally {
    plugin.dispose();
  }
}

describe.each(core)("a project in %s", (language) => {
  test("becomes a core plugin and a component, under their names, and nothing else is left", async () => {
    const folder = await shout(language);
    const project = await detectProject(folder, { name: "loud", lowering: "both" });
    const built = await buildPlugin(project, { env: environment });
    expect(built.artifacts.map(({ lowering, path }) => [lowering, path])).toEqual([
      ["core", join(folder, "dist/loud.core.wasm")],
      ["component", join(folder, "dist/loud.component.wasm")],
    ]);
    for (const { path, size, inspection } of built.artifacts) {
      expect(await transformed(path, "hello")).toBe("HELLO");
      await expect(transformed(path, "")).rejects.toMatchObject({ payload: "nothing to shout" });
      expect(size).toBe((await stat(path)).size);
      expect(inspection.exports).not.toEqual([]);
    }
    expect((await readdir(join(folder, "dist"))).sort()).toEqual(["loud.component.wasm", "loud.core.wasm"]);
    expect(built).toMatchObject({ language, compiler: expect.stringMatching(/\d/), warnings: "" });
    expect(built.compilerMilliseconds).toBeGreaterThan(0);
  });
});

describe.each(["javascript", "typescript"] as const)("a project in %s", (language) => {
  test("becomes a component", async () => {
    const folder = await shout(language);
    const built = await buildPlugin(await detectProject(folder), { env: environment });
    expect(built.artifacts.map(({ lowering, path }) => [lowering, path])).toEqual([
      ["component", join(folder, "dist/my plügin.wasm")],
    ]);
    const [artifact] = built.artifacts;
    expect(await transformed(artifact?.path ?? "", "hello")).toBe("HELLO");
    await expect(transformed(artifact?.path ?? "", "")).rejects.toMatchObject({ payload: "nothing to shout" });
    expect(await readdir(join(folder, "dist"))).toEqual(["my plügin.wasm"]);
  });

  test("is refused as a core plugin", async () => {
    const folder = await shout(language);
    const project = await detectProject(folder);
    await expect(buildPlugin(project, { lowering: "core", env: environment })).rejects.toThrow(
      "no core plugin can be made",
    );
    await expect(detectProject(folder, { lowering: "both" })).rejects.toThrow("no core plugin can be made");
    await expect(buildPlugin(project, { optimize: true, env: environment })).rejects.toThrow(
      "wasm-opt makes core modules",
    );
    expect(await readdir(folder)).not.toContain("dist");
  });
});

test("JavaScript is bundled with its packages, and what the host provides is left to it", async () => {
  const wit = `package acme:text@1.0.0;
interface log { write: func(line: string); }
world text-filter { import log; export transform: func(text: string) -> result<string, string>; }
`;
  const plugin = `import { write } from "acme:text/log@1.0.0";
import { twice } from "twice";
export const transform = (text) => { write(text); return twice(text); };
`;
  const folder = await projectFolder({
    "world.wit": wit,
    "plugin.js": plugin,
    "node_modules/twice/package.json":
      '{ "name": "twice", "version": "1.0.0", "type": "module", "exports": "./twice.js" }',
    "node_modules/twice/twice.js": "export const twice = (text) => text + text;\n",
  });
  const { artifacts } = await buildPlugin(await detectProject(folder), { env: environment });
  // The engine asks for WASI beside it.
  expect(artifacts[0]?.imports.filter((name) => !name.startsWith("wasi:"))).toEqual(["acme:text/log@1.0.0"]);
  const lines: string[] = [];
  const imports = { "acme:text/log": { write: (line: string) => lines.push(line) } };
  const loaded = await loadPlugin<Filter>(artifacts[0]?.path ?? "", { imports });
  expect([loaded.exports.transform("ab"), lines]).toEqual(["abab", ["ab"]]);
  loaded.dispose();
});

test("a module that knows of no contract gets it", async () => {
  const folder = await projectFolder({
    "world.wit": "package acme:sums; world sums { export add: func(a: u32, b: u32) -> u32; }",
    "asconfig.json": '{ "entries": ["plugin.ts"], "options": { "runtime": "stub" } }',
    "plugin.ts": "export function add(a: u32, b: u32): u32 { return a + b; }\n",
  });
  const { artifacts } = await buildPlugin(await detectProject(folder, { lowering: "both" }), { env: environment });
  for (const { path } of artifacts) {
    const plugin = await loadPlugin<{ add(a: number, b: number): number }>(path);
    expect(plugin.exports.add(2, 4)).toBe(6);
    plugin.dispose();
  }
});

test("a plugin wants nothing of its host for resources of its own", async () => {
  const wit = `package acme:sums;
interface counting { resource counter { constructor(start: s64); add: func(by: s64) -> s64; } }
world sums { export counting; }`;
  const source = `import { CounterResource } from "./bindings/counting";
export namespace counting {
  export class Counter extends CounterResource {
    constructor(private value: i64) { super(); }
    add(by: i64): i64 { this.value += by; return this.value; }
  }
}`;
  const folder = await projectFolder({ "world.wit": wit, "asconfig.json": "{}", "plugin.ts": source });
  await addAssemblyscriptSdk(folder);
  const built = await buildPlugin(await detectProject(folder, { lowering: "both" }), { env: environment });
  expect(built.artifacts.map(({ imports }) => imports)).toEqual([[], []]);
});

test("wasm-opt makes a plugin smaller, and it is the same plugin, with the names of its functions", async () => {
  const project = await detectProject(await shout("c"));
  const sizes: number[] = [];
  for (const optimize of [false, true]) {
    const [artifact] = (await buildPlugin(project, { optimize, env: environment })).artifacts;
    sizes.push(artifact?.size ?? 0);
    expect(await transformed(artifact?.path ?? "", "hello")).toBe("HELLO");
    const module = new WebAssembly.Module(await readFile(artifact?.path ?? ""));
    const [names = new ArrayBuffer()] = WebAssembly.Module.customSections(module, "name");
    expect(Buffer.from(names).toString("latin1")).toContain("exports_text_filter_transform");
  }
  expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
});

test("in C++ a contract is warned of by which lists arrive wrong", async () => {
  const wit = `package acme:lists;
interface log { write: func(lines: list<tuple<u32, option<string>>>); read: func() -> list<option<u32>>; }
world lists {
  enum color { red, green }
  import log;
  export count: func(values: list<option<u32>>) -> list<color>;
  export parts: func() -> result<option<list<result<u32>>>>;
}
`;
  const plugin = `#include "lists_cpp.h"
wit::vector<lists::Color> exports::lists::Count(wit::vector<std::optional<uint32_t>>) { return {}; }
std::expected<std::optional<wit::vector<std::expected<uint32_t, wit::Void>>>, wit::Void> exports::lists::Parts() { return {}; }
`;
  const folder = await projectFolder({ "world.wit": wit, "plugin.cpp": plugin });
  const { warnings } = await buildPlugin(await detectProject(folder), { env: environment });
  expect(warnings).toMatch(/^warning: lists of options, .*: parts, acme:lists\/log#write$/);
});

test("a second build replaces the first, elsewhere too, and tells of its steps and of warnings", async () => {
  const folder = await shout("c", { "compile_flags.txt": "-Wall\n", "src/more.c": "static int unused;\n" });
  const project = await detectProject(folder, { name: "loud" });
  const events: ProgressEvent[] = [];
  const options = { out: "out/put", env: environment, onProgress: (event: ProgressEvent) => events.push(event) };
  const first = await buildPlugin(project, options);
  expect(first.warnings).toContain("src/more.c:1:12: warning: unused variable 'unused'");
  expect(events.map(({ task, state }) => [task, state])).toEqual([
    [`compile loud with ${first.compiler}`, "started"],
    [`compile loud with ${first.compiler}`, "done"],
  ]);
  const path = join(folder, "out/put/loud.wasm");
  const before = await stat(path);
  const second = await buildPlugin(project, options);
  expect(second.artifacts[0]?.path).toBe(path);
  expect((await stat(path)).ino).not.toBe(before.ino);
  expect((await readFile(path)).length).toBe(second.artifacts[0]?.size);
});

test.for(["c", "javascript", "rust"] as const)("the path of a project in %s may have any letters", async (language) => {
  const name = `-o "a'b" $HOME \`true\` #%20;&|*\n(é)`;
  const inside = Object.entries({ "wit/world.wit": contract, ...sources[language] });
  const files = inside.map(([path, text]): [string, string] => [`${name}/${path}`, text]);
  const folder = join(await temporaryFolder(Object.fromEntries(files)), name);
  const { artifacts } = await buildPlugin(await detectProject(folder, { name: "loud" }), { env: environment });
  expect(await transformed(artifacts[0]?.path ?? "", "hello")).toBe("HELLO");
  expect(artifacts.map(({ path }) => path)).toEqual([join(folder, "dist/loud.wasm")]);
});

test("several builds of one project at a time each leave it whole", async () => {
  const folder = await shout("javascript");
  const project = await detectProject(folder, { name: "loud" });
  const built = await Promise.all([1, 2, 3].map(() => buildPlugin(project, { env: environment })));
  expect(await transformed(built[0]?.artifacts[0]?.path ?? "", "hello")).toBe("HELLO");
  expect(await readdir(join(folder, "dist"))).toEqual(["loud.wasm"]);
  expect((await readdir(join(folder, "bindings"))).sort()).toEqual([".made-by-polyplug", "contract.d.ts"]);
});

test("a project may be a link, and so may the folders in it", async () => {
  const folder = await shout("c");
  const elsewhere = await temporaryFolder({ "dist/kept": "" });
  await symlink(join(elsewhere, "dist"), join(folder, "dist"));
  await symlink(folder, join(elsewhere, "link"));
  const project = await detectProject(join(elsewhere, "link"), { name: "loud" });
  await buildPlugin(project, { env: environment });
  expect((await readdir(join(elsewhere, "dist"))).sort()).toEqual(["kept", "loud.wasm"]);
});

test.for(["", "src/"])("a class behind a resource in C++ is the author's own, in %s.", async (place) => {
  const wit = `package acme:text@1.0.0;
interface counting { resource counter { constructor(start: u32); next: func() -> u32; } }
world counters { export counting; }
`;
  const header = "exports-acme-text-counting-Counter.h";
  const counter = `#pragma once
#include "wit.h"
namespace exports::acme::text::counting {
class Counter : public wit::ResourceExportBase<Counter> {
  uint32_t value;
public:
  explicit Counter(uint32_t start) : value(start) {}
  static Owned New(uint32_t start) { return Owned(new Counter(start)); }
  static void Dtor(Counter *self) { delete self; }
  uint32_t Next() { return value++; }
  static int32_t ResourceNew(Counter *self);
  static Counter *ResourceRep(int32_t id);
  static void ResourceDrop(int32_t id);
};
}
`;
  const files = { "wit/world.wit": wit, "plugin.cpp": '#include "counters_cpp.h"\n' };
  const folder = await projectFolder(files);
  const project = await detectProject(folder);
  expect((await writeBindings(project)).files).toContain(`bindings/${header}`);
  await mkdir(join(folder, place), { recursive: true });
  await writeFile(join(folder, place, header), counter);
  expect((await writeBindings(project)).removed).toEqual([`bindings/${header}`]);
  const { artifacts } = await buildPlugin(project, { env: environment });
  interface Counters {
    readonly counting: { readonly Counter: new (start: number) => { next(): number } };
  }
  const plugin = await loadPlugin<Counters>(artifacts[0]?.path ?? "");
  const made = new plugin.exports.counting.Counter(5);
  expect([made.next(), made.next()]).toEqual([5, 6]);
  plugin.dispose();
});
