import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { detectProject, writeBindings } from "@polyplug/build";
import { expect, test } from "vitest";
import { contract, projectFolder, type SourceLanguage, shout } from "./project-folder.ts";

const made: Readonly<Record<SourceLanguage, readonly string[]>> = {
  rust: [],
  c: [
    "bindings/polyplug.h",
    "bindings/polyplug_native.c",
    "bindings/text_filter.c",
    "bindings/text_filter.h",
    "bindings/text_filter_component_type.o",
  ],
  cpp: [
    "bindings/polyplug.h",
    "bindings/polyplug.hpp",
    "bindings/text_filter.cpp",
    "bindings/text_filter_component_type.o",
    "bindings/text_filter_cpp.h",
    "bindings/wit.h",
  ],
  javascript: ["bindings/contract.d.ts"],
  typescript: ["bindings/contract.d.ts"],
};

test.for(Object.entries(made))("%s gets what its compiler does not have by itself", async ([language, files]) => {
  const folder = await shout(language as SourceLanguage);
  const bindings = await writeBindings(await detectProject(folder));
  expect([...bindings.files].sort()).toEqual(expect.arrayContaining([...files]));
  expect(bindings).toEqual({ files: bindings.files, written: bindings.files, removed: [] });
  for (const file of files) expect((await stat(join(folder, file))).size).toBeGreaterThan(0);
  expect((await readdir(folder)).includes("bindings")).toBe(files.length > 0);
});

test("only what changes is written, and only what was made here is removed", async () => {
  const folder = await shout("c", { "bindings/mine.h": "// mine\n" });
  const project = await detectProject(folder);
  const first = await writeBindings(project);
  const header = join(folder, "bindings/text_filter.h");
  const before = await stat(header, { bigint: true });
  expect(await writeBindings(project)).toEqual({ files: first.files, written: [], removed: [] });
  expect((await stat(header, { bigint: true })).mtimeNs).toBe(before.mtimeNs);

  await writeFile(join(folder, "wit/world.wit"), contract.replace("export", "import now: func() -> u64;\n  export"));
  const changed = await writeBindings(project);
  expect(changed.written).toContain("bindings/text_filter.h");
  expect(await readFile(header, "utf8")).toContain("now");

  await writeFile(join(folder, "wit/world.wit"), contract.replace("world text-filter", "world other"));
  const renamed = await writeBindings(project);
  const ofWorld = (files: readonly string[]) => files.filter((file) => !file.startsWith("bindings/polyplug"));
  expect(renamed.written).toEqual(ofWorld(renamed.files));
  expect(renamed.removed).toEqual(ofWorld(first.files));
  expect((await readdir(join(folder, "bindings"))).filter((name) => !name.startsWith("other")).sort()).toEqual([
    ".made-by-polyplug",
    "mine.h",
    "polyplug.h",
    "polyplug_native.c",
  ]);
});

test("a world with the name of the SDK's header is refused", async () => {
  const folder = await shout("c", { "wit/world.wit": contract.replace("world text-filter", "world polyplug") });
  await expect(writeBindings(await detectProject(folder))).rejects.toThrow(
    "cannot write the bindings: the world's polyplug.h has the name of the SDK's; rename the world",
  );
});

test("a list of what was made here that leads elsewhere removes nothing there", async () => {
  const folder = await shout("c", { "bindings/.made-by-polyplug": "../plugin.c\nold.h\n", "bindings/old.h": "" });
  expect(await writeBindings(await detectProject(folder))).toMatchObject({ removed: ["bindings/old.h"] });
  expect(await readdir(folder)).toContain("plugin.c");
});

test("TypeScript knows what the host provides, and what is to be exported", async () => {
  const wit = `package acme:text@1.0.0;
interface types { record line { text: string, number: option<u32> } }
interface log { use types.{line}; write: func(line: line) -> result<u32, string>; }
world text-filter { import log; import now: func() -> u64; export transform: func(text: string) -> string; }
`;
  const folder = await projectFolder({ "world.wit": wit, "plugin.ts": "" });
  await writeBindings(await detectProject(folder));
  const text = await readFile(join(folder, "bindings/contract.d.ts"), "utf8");
  expect(text).toContain('declare module "acme:text/log@1.0.0" {');
  expect(text).toMatch(/export interface Log \{\n.*\n +readonly write: \(line: Line\) => number;/);
  expect(text).toMatch(/export interface Line \{\n +text: string;/);
  expect(text).toMatch(/export interface TextFilterExports \{\n +readonly transform: /);
});

test.for([
  ["  export transform func();", "wit/world.wit:4:20", 19],
  ["\t/* ä */ export transform func();", "wit/world.wit:4:27", 26],
] as const)("what is wrong with a contract is shown: %s", async ([line, place, before]) => {
  const folder = await shout("c", { "wit/world.wit": `package acme:text;\n\nworld text-filter {\n${line}\n}\n` });
  const error = await writeBindings(await detectProject(folder)).catch((thrown: unknown) => thrown);
  const margin = line.slice(0, before).replace(/[^\t]/g, " ");
  expect(error).toMatchObject({
    name: "BuildError",
    message: expect.stringContaining(`cannot read the contract: ${place}: expected ';', found keyword `),
    output: `${place}\n  |\n4 | ${line}\n  | ${margin}^`,
  });
  expect(await readdir(folder)).not.toContain("bindings");
});

test("of several worlds one has to be chosen, of those that there are", async () => {
  const folder = await shout("c", { "wit/other.wit": "package acme:text@1.0.0;\nworld other {}\n" });
  const bind = async (world?: string) => writeBindings(await detectProject(folder, { world }));
  await expect(bind()).rejects.toThrow(/other.*text-filter/);
  await expect(bind("texts")).rejects.toThrow(/texts.*other.*text-filter/);
  expect((await bind("other")).files).toContain("bindings/other.h");
});

test("a folder that cannot be written to is an error", async () => {
  const folder = await shout("c", { bindings: "a file" });
  await expect(writeBindings(await detectProject(folder))).rejects.toThrow(
    `cannot write to ${join(folder, "bindings")}: a part of its path is no folder`,
  );
});
