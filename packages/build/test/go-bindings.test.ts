import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { buildPlugin, detectProject, goBindings, runCommand } from "@polyplug/build";
import { loadPlugin, PluginError } from "@polyplug/host";
import { beforeAll, expect, test } from "vitest";
import { projectFolder } from "./project-folder.ts";

let bindgen: Bindgen;
beforeAll(async () => {
  bindgen = await loadBindgen();
  return () => bindgen.dispose();
});

const grant = { clock: true, random: true } as const;
const module = "module example.com/plugin\n\ngo 1.25\n";
const env = { ...process.env, GOWORK: "off", GOFLAGS: "" };

async function bindings(wit: string): Promise<ReadonlyMap<string, string>> {
  const files = await goBindings(bindgen, wit, { module: "example.com/plugin" });
  return new Map(files.map(({ path, content }) => [path, new TextDecoder().decode(content)]));
}

/** A project with its bindings, as people have it after a build. */
async function bound(wit: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await projectFolder({ "go.mod": module, "wit/world.wit": wit, ...files });
  for (const [path, text] of await bindings(wit)) {
    const file = join(folder, "bindings", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

async function build(folder: string): Promise<string> {
  const built = await buildPlugin(await detectProject(folder, { name: "plugin" }), { env, bindgen });
  return built.artifacts[0]?.path ?? "";
}

const counters = `package a:b;
interface counters {
  resource counter { constructor(start: u32); get: func() -> u32; }
  sum: func(of: list<counter>) -> u32;
}
interface journals {
  resource journal { write: func(line: string) -> u32; }
  open: func(title: string) -> journal;
}
world w { import journals; export counters; export run: func(); }
`;

test("each interface is a package, and what is compiled imports the plugin", async () => {
  const files = await bindings(counters);
  const own = [...files.keys()].filter((path) => !path.startsWith("wit/"));
  expect(own.sort()).toEqual([
    "a_b_journals/host.go",
    "a_b_journals/stub.go",
    "a_b_journals/types.go",
    "export_a_b_counters/exports.go",
    "export_a_b_counters/handles.go",
    "export_a_b_counters/stub.go",
    "export_wit_world/exports.go",
    "main/main.go",
  ]);
  expect(files.get("main/main.go")).toContain('_ "example.com/plugin"\n');
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(["wit/result.go", "wit/abi/abi.go", "wit/hostlog/hostlog.go"]),
  );
  expect([...files.keys()].filter((path) => path.endsWith("_test.go"))).toEqual([]);
});

test("nothing in them comes from another module", async () => {
  const imported = [...(await bindings(counters)).values()].flatMap((text) => {
    const [, block = ""] = /^import \(\n([^)]*)\)/m.exec(text) ?? [];
    return [...block.matchAll(/"([^"]+)"/g)].map(([, path = ""]) => path);
  });
  expect(imported).toContain("example.com/plugin/bindings/wit/abi");
  expect(imported.filter((path) => path.includes(".") && !path.startsWith("example.com/plugin"))).toEqual([]);
});

test("a plugin says by one interface what it does, and by another what its resources do", async () => {
  const text = (await bindings(counters)).get("export_a_b_counters/exports.go");
  expect(text).toContain(
    "type Exports interface {\n\tMakeCounter(start uint32) *Counter\n\tSum(of []*Counter) uint32\n}",
  );
  expect(text).toContain("type CounterMethods interface {\n\tGet() uint32\n}");
});

test("what the contract says of packages and functions stands above them", async () => {
  const files = await bindings(`package acme:text@1.0.0;
/// Where lines go.
interface log {
  /// Takes one line.
  write: func(line: string);
  resource file {
    /// Opens one.
    constructor(name: string);
    /// Adds to it.
    append: func(line: string);
    /// How many there are.
    count: static func() -> u32;
  }
}
/// Makes texts.
world filter {
  import log;
  /// Of one the other.
  export transform: func(text: string) -> string;
}
`);
  const host = files.get("acme_text_log/host.go") ?? "";
  const stub = files.get("acme_text_log/stub.go") ?? "";
  for (const line of [
    "// Takes one line.\nfunc Write(",
    "// Opens one.\nfunc MakeFile(",
    "// Adds to it.\nfunc (self *File) Append(",
    "// How many there are.\nfunc FileCount(",
  ]) {
    expect(host).toContain(line);
    expect(stub).toContain(line);
  }
  expect(files.get("acme_text_log/types.go")).toContain(
    "// Package acme_text_log is acme:text/log@1.0.0, as the host provides it.\n//\n// Where lines go.\npackage acme_text_log\n",
  );
  expect(files.get("export_wit_world/exports.go")).toContain(
    "// Package export_wit_world is the world filter, as the plugin exports it.\n//\n// Makes texts.\npackage export_wit_world\n",
  );
  expect(files.get("export_wit_world/exports.go")).toContain(
    "\t// Of one the other.\n\tTransform(text string) string\n",
  );
});

test("natively a test stands in for the host, and is told what it has to stand in for", async () => {
  const folder = await bound(counters, {
    "plugin.go":
      'package plugin\n\nimport "example.com/plugin/bindings/a_b_journals"\n\nfunc note() uint32 { return a_b_journals.Open("x").Write("y") }\n',
    "plugin_test.go": `package plugin

import (
	"testing"

	"example.com/plugin/bindings/a_b_journals"
)

func TestUnset(t *testing.T) {
	defer func() {
		if got := recover(); got != "a test has to set a_b_journals.HostStub.Open" {
			t.Error(got)
		}
	}()
	note()
}

func TestSet(t *testing.T) {
	a_b_journals.HostStub.Open = func(string) *a_b_journals.Journal { return &a_b_journals.Journal{} }
	a_b_journals.HostStub.JournalWrite = func(_ *a_b_journals.Journal, line string) uint32 { return uint32(len(line)) }
	if got := note(); got != 1 {
		t.Error(got)
	}
}
`,
  });
  await runCommand("go", ["vet", "./..."], { cwd: folder, env });
  const { stdout } = await runCommand("go", ["test", "-v", "."], { cwd: folder, env });
  expect(stdout.match(/^--- PASS: \w+/gm)).toHaveLength(2);
});

test("a plugin that exports nothing is told what it has to call when it is loaded", async () => {
  const folder = await projectFolder({ "go.mod": module, "wit/world.wit": counters, "plugin.go": "package plugin\n" });
  const path = await build(folder);
  const error: unknown = await loadPlugin(path, { grant, imports: { "a:b/journals": {} } }).catch(
    (thrown: unknown) => thrown,
  );
  if (!PluginError.is(error)) throw error;
  expect(error.message).toContain("the plugin has to call export_a_b_counters.Export in an init function");
});

test("a plugin that does something else than the contract says does not compile, and the compiler says what", async () => {
  const folder = await projectFolder({
    "go.mod": module,
    "wit/world.wit": "package a:b;\nworld w { export run: func(text: string) -> u32; }\n",
    "plugin.go": `package plugin

import "example.com/plugin/bindings/export_wit_world"

type plugin struct{}

func init() { export_wit_world.Export(plugin{}) }

func (plugin) Run(text string) string { return text }
`,
  });
  await expect(build(folder)).rejects.toMatchObject({
    output: expect.stringMatching(/plugin\.go:7:\d+: .*have Run\(string\) string\s+want Run\(string\) uint32/s),
  });
});

test("what the host returns is let go, also where no export is ever passed anything", async () => {
  const folder = await projectFolder({
    "go.mod": module,
    "wit/world.wit": "package a:b;\nworld w { import fetch: func() -> string; export ask: func() -> u64; }\n",
    "plugin.go": `package plugin

import (
	"runtime"

	"example.com/plugin/bindings/export_wit_world"
	"example.com/plugin/bindings/wit_world"
)

type plugin struct{}

func init() { export_wit_world.Export(plugin{}) }

func (plugin) Ask() uint64 {
	wit_world.Fetch()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Sys
}
`,
  });
  const fetched = "x".repeat(1 << 17);
  const plugin = await loadPlugin<{ ask(): bigint }>(await build(folder), { grant, imports: { fetch: () => fetched } });
  for (let round = 0; round < 1000; round += 1) plugin.exports.ask();
  expect(Number(plugin.exports.ask())).toBeLessThan(1 << 26);
  plugin.dispose();
});

test("words of Go and of the bindings may be names of the contract", async () => {
  const wit = `package a:b;
interface words {
  resource host { constructor(%type: string); get: func(range: u32) -> string; drop: func(); opened: static func() -> u32; }
  record exports { %func: string, %type: u32 }
  variant exported { go(string), select, error(u32) }
  flags words-of-flags { %map, chan }
  enum error { a, b }
  init: func(%func: string, wit: u32, panic: string, self: u32, %string: string, len: u32, runtime: option<u32>, unsafe: list<u8>, pinner: string) -> result<string, error>;
  close: func(make: list<borrow<host>>, append: host) -> tuple<exports, exported>;
  main: func();
}
world w {
  import words;
  import internal: interface { run: func() -> string; }
  export words;
  export api: interface {
    use words.{exports};
    resource counter { constructor(%type: string); drop: func(); handle: func() -> u32; range: static func(range: counter) -> counter; }
    %export: func(go: string, wit: u32, exported: u32) -> u32;
    exported: func(defer: list<counter>) -> option<counter>;
    init: func() -> exports;
  }
  export init: func() -> string;
  export main: func(panic: string);
}
`;
  const packages = ["export_api", "export_a_b_words", "export_wit_world"];
  const folder = await bound(wit, {
    "plugin.go": `package plugin

import (
${packages.map((name) => `\t"example.com/plugin/bindings/${name}"\n`).join("")})

func init() {
${packages.map((name) => `\t${name}.Export(nil)\n`).join("")}}
`,
  });
  await runCommand("go", ["vet", "./..."], { cwd: folder, env });
  await expect(build(folder)).resolves.toMatch(/plugin\.wasm$/);
});
