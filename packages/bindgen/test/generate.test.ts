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

test("names that C takes for something else have an underscore behind them, and the contract has them as they are", async () => {
  const wit = `package a:b;

world w {
  record r {
    static-assert: u8,
    typeof: string,
  }

  variant v {
    restrict(r),
    other,
  }

  import thread-local: func(size-t: v, errno: u8) -> r;
}
`;
  const files = await bindgen().generate(wit, { language: "c" });
  const text = new Map(files.map(({ path, content }) => [path, new TextDecoder().decode(content)]));
  const header = text.get("w.h");
  expect(header).toMatch(/uint8_t +static_assert_;\s+w_string_t +typeof_;/);
  expect(header).toMatch(/w_r_t +restrict_;/);
  expect(header).toContain("#define W_V_RESTRICT 0");
  expect(header).toContain("void w_thread_local(w_v_t *size_t_, uint8_t errno_, w_r_t *ret);");
  for (const [path, one] of text) expect(one, path).not.toContain("disguised");
  const object = files.find(({ path }) => path.endsWith(".o"));
  expect(await bindgen().print(object?.content ?? new Uint8Array())).toBe(
    await bindgen().print(await bindgen().contract(wit)),
  );
});

test("names that C++ takes for something else have one too, interfaces among them, and are imported as they are", async () => {
  const wit =
    "package a:b;\ninterface static-cast { record r { co-yield: u8 } f: func(const-cast: r) -> r; }\n" +
    "interface std { resource r { constructor(typeof: u8); } }\nworld w { import static-cast; export std; }\n";
  const files = await generate({ language: "cpp" }, wit);
  const header = files.get("w_cpp.h");
  expect(header).toContain("namespace static_cast_ {");
  expect(header).toContain("uint8_t co_yield_;");
  expect(header).toContain("R F(R const_cast_)");
  expect(files.get("w.cpp")).toContain('import_module("a:b/static-cast")');
  expect([...files.keys()]).toContain("exports-a-b-std_-R.h");
  for (const [path, one] of files) expect(path + one, path).not.toContain("disguised");
});

test("a case called tag is told from the tag in Go", async () => {
  const wit = "package a:b;\nworld w { variant v { tag(string), other } import f: func(x: v); }\n";
  const text = (await generate({ language: "go" }, wit)).get("wit_world/wit_bindings.go");
  expect(text).toContain("func (self V) Tag() uint8");
  expect(text).toContain("func (self V) Tag_() string");
  expect(text).not.toContain("isguised");
});
