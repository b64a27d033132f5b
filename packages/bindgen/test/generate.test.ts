import type { GenerateOptions } from "@polyplug/bindgen";
import { expect, test } from "vitest";
import { sharedBindgen, textFilter } from "./tools.ts";

const bindgen = sharedBindgen();

async function generate(options: GenerateOptions, wit = textFilter): Promise<ReadonlyMap<string, string>> {
  const files = await bindgen().generate(wit, options);
  return new Map(files.map(({ path, content }) => [path, new TextDecoder().decode(content)]));
}

test.for([
  ["c", "text_filter.h", "bool exports_acme_text_filter_transform(text_filter_string_t *text"],
  ["cpp", "text_filter_cpp.h", "Transform(wit::string text, Options options)"],
  ["go", "wit_exports.go", "//go:wasmexport acme:text/filter@1.2.0#transform"],
  ["rust", "text_filter.rs", "pub trait Guest {"],
] as const)("bindings for %s", async ([language, path, declaration]) => {
  const files = await generate({ language });
  expect(files.get(path)).toContain(declaration);
  expect(await generate({ language })).toEqual(files);
});

test("the object file of C is a module with the contract in it", async () => {
  const files = await bindgen().generate(textFilter, { language: "c" });
  const object = files.find(({ path }) => path === "text_filter_component_type.o");
  expect(await bindgen().print(object?.content ?? new Uint8Array())).toBe(textFilter);
});

test.for([
  [{ language: "c", options: { renameWorld: "sieve" } }, "sieve.h", "sieve_string_t"],
  [
    { language: "c", options: { flattenSignatures: false } },
    "text_filter.h",
    "void exports_acme_text_filter_transform",
  ],
  [{ language: "c", options: { encoding: "utf16" } }, "text_filter.h", "char16_t"],
  [{ language: "cpp", options: { internalPrefix: "inner" } }, "text_filter_cpp.h", "namespace inner"],
  [{ language: "go", options: { packageName: "acme.org/text" } }, "wit_exports.go", "acme.org/text"],
  [{ language: "rust", options: { derives: ["PartialEq"] } }, "text_filter.rs", "PartialEq"],
  [
    { language: "rust", options: { stubs: true } },
    "text_filter.rs",
    "impl exports::acme::text::filter::Guest for Stub",
  ],
  [{ language: "rust", options: { runtimePath: "crate::rt" } }, "text_filter.rs", "crate::rt::"],
] satisfies [GenerateOptions, string, string][])("%o shows in what is written", async ([options, path, shown]) => {
  const plain = await generate({ language: options.language });
  const files = await generate(options);
  expect([...files].filter(([name, text]) => name.endsWith(path) && text.includes(shown))).toHaveLength(1);
  expect([...plain].filter(([name, text]) => name.endsWith(path) && text.includes(shown))).toHaveLength(0);
});

test("every header that bindings for C++ include is among them", async () => {
  const resources = "package a:b;\ninterface i { resource r { constructor(); } }\nworld w { export i; }\n";
  const files = await generate({ language: "cpp" }, resources);
  const own = [...files.values()].flatMap((text) => [...text.matchAll(/#include "(.*)"/g)].map(([, name]) => name));
  expect(own).toContain("wit.h");
  expect([...files.keys()]).toEqual(expect.arrayContaining(own));
});

const twoWorlds = `${textFilter}\nworld logger { import log: func(line: string); }\n`;

test("a world is chosen by its name or its id", async () => {
  expect([...(await generate({ language: "c", world: "logger" }, twoWorlds)).keys()]).toContain("logger.h");
  const byId = await generate({ language: "c", world: "acme:text/text-filter@1.2.0" }, twoWorlds);
  expect([...byId.keys()]).toContain("text_filter.h");
});

test.for([
  [undefined, "the package acme:text@1.2.0 has several worlds and none was chosen: known are text-filter, logger"],
  [
    "text-filer",
    'the package acme:text@1.2.0 has no world "text-filer", did you mean "text-filter": known are text-filter, logger',
  ],
  ["sieve", 'the package acme:text@1.2.0 has no world "sieve": known are text-filter, logger'],
  ["not a name", 'the package acme:text@1.2.0 has no world "not a name": known are text-filter, logger'],
  [
    "acme:text/loger",
    'there is no world "acme:text/loger", did you mean "acme:text/logger@1.2.0": known are acme:text/text-filter@1.2.0, acme:text/logger@1.2.0',
  ],
] as const)("the world %s is refused with those that there are", async ([world, reason]) => {
  await expect(bindgen().generate(twoWorlds, { language: "rust", world })).rejects.toMatchObject({
    code: "bad-argument",
    message: `cannot generate bindings for rust: ${reason}`,
  });
});

test("a package without a world has none to choose", async () => {
  await expect(bindgen().contract("package a:b;\n")).rejects.toMatchObject({
    message: "cannot encode a contract: the package a:b has no world",
  });
});

test.for<[unknown, string, string]>([
  [
    { language: "golang" },
    "language",
    'cannot generate bindings for golang: there is no generator for the language "golang": known are assemblyscript, c, cpp, go, rust',
  ],
  [
    { language: "Rust" },
    "language",
    'cannot generate bindings for Rust: there is no generator for the language "Rust", did you mean "rust": known are assemblyscript, c, cpp, go, rust',
  ],
  [
    { language: "go", options: { stub: true } },
    "options.stub",
    'cannot generate bindings for go: the generator for go has no option "stub", did you mean "stubs": known are packageName, stubs',
  ],
  [
    { language: "cpp", options: { stubs: true } },
    "options.stubs",
    'cannot generate bindings for cpp: the generator for cpp has no option "stubs": known are internalPrefix',
  ],
  [
    { language: "c", option: {} },
    "options.option",
    'cannot generate bindings for c: options has no key "option", did you mean "options"',
  ],
])("what no generator knows is refused: %o", async ([options, path, message]) => {
  // As JavaScript would, which no type stops.
  await expect(bindgen().generate(textFilter, options as GenerateOptions)).rejects.toMatchObject({
    code: "bad-argument",
    path,
    message,
  });
});

test("a parameter hides nothing of what its function is made of in Go", async () => {
  const wit =
    "package a:b;\ninterface i { f: func(len: u32, pinner: string); }\nworld w { import i; import g: func(%string: string); }\n";
  const files = await generate({ language: "go" }, wit);
  expect(files.get("a_b_i/wit_bindings.go")).toContain("func F(lenValue uint32, pinnerValue string)");
  expect(files.get("wit_world/wit_bindings.go")).toContain("func G(stringValue string)");
});
