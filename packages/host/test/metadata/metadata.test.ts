import { inspectPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";

type Content = string | readonly number[];

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

/** An unsigned LEB128 of five bytes, so that nothing has to be measured twice. */
const u32 = (value: number): number[] => [0, 7, 14, 21, 28].map((at) => ((value >>> at) & 127) | (at < 28 ? 128 : 0));

const text = (value: string): number[] => [...u32(utf8(value).length), ...utf8(value)];

function customs(contents: Readonly<Record<string, Content>>): number[] {
  return Object.entries(contents).flatMap(([name, content]) => {
    const body = [...text(name), ...(typeof content === "string" ? utf8(content) : content)];
    return [0, ...u32(body.length), ...body];
  });
}

function moduleWith(contents: Readonly<Record<string, Content>>): number[] {
  return [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...customs(contents)];
}

/** A component with one core module in it. */
function componentWith(contents: Readonly<Record<string, Content>>, module: readonly number[]): number[] {
  return [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0, 1, ...u32(module.length), ...module, ...customs(contents)];
}

const metadataOf = async (bytes: readonly number[]) => (await inspectPlugin(Uint8Array.from(bytes))).metadata;

/** The name section's first part, of a module and of a component alike. */
const named = (name: string): number[] => [0, ...u32(text(name).length), ...text(name)];

const all = {
  version: "1.2.0",
  authors: "Ada <ada@example.com>, Grace",
  description: "shouts\nloudly",
  licenses: "Apache-2.0 OR MIT",
  source: "https://example.com/shout.git",
  homepage: "https://example.com/shout",
  revision: "de978e17a80c1118f606fce919ba9b7d5a04a5ad",
};

test("a module tells its name from the name section, and the rest from a section each", async () => {
  expect(await metadataOf(moduleWith({ name: named("shout"), ...all }))).toEqual({ name: "shout", ...all });
});

test("a module that says nothing of itself has metadata without fields", async () => {
  expect(await metadataOf(moduleWith({}))).toEqual({});
  expect(await metadataOf(moduleWith({ version: "" }))).toEqual({});
});

test("a component tells of itself before the first module in it does", async () => {
  const module = moduleWith({ name: named("shout.wasm"), version: "0.1.0", authors: "Ada" });
  const component = componentWith({ "component-name": named("shout"), version: "2.0.0" }, module);
  expect(await metadataOf(component)).toEqual({ name: "shout", version: "2.0.0", authors: "Ada" });
});

test("registry-metadata is read where a field has no section of its own", async () => {
  const registry = {
    authors: ["Ada", 7, "Grace"],
    description: "whispers",
    license: "MIT",
    links: [
      { ty: "Homepage", value: "https://example.com" },
      { ty: "Repository", value: "https://example.com/git" },
    ],
    categories: ["text"],
  };
  const module = moduleWith({ description: "shouts", "registry-metadata": JSON.stringify(registry) });
  expect(await metadataOf(module)).toEqual({
    description: "shouts",
    authors: "Ada, Grace",
    licenses: "MIT",
    homepage: "https://example.com",
    source: "https://example.com/git",
  });
});

test("what has another shape is passed over", async () => {
  for (const registry of ["null", "[]", "3", '{"authors":3,"links":{"a":1},"license":[]}', '{"links":[null,1]}']) {
    expect(await metadataOf(moduleWith({ "registry-metadata": registry }))).toEqual({});
  }
});

test("texts are cut and fit for a terminal", async () => {
  const { description = "", authors } = await metadataOf(
    moduleWith({ description: "😀".repeat(100_000), authors: "\u{1b}[31mAda\u202e" }),
  );
  // One character less, for it would have been half of one.
  expect(description).toBe(`${"😀".repeat(2_047)}…`);
  expect(authors).toBe("\\u{1b}[31mAda\\u{202e}");
});

test("a section at fault is a note, and the others are read", async () => {
  const broken = moduleWith({
    name: [0, 0xff, 0xff, 0xff, 0xff, 0x0f],
    authors: [0xff],
    "registry-metadata": `${"[".repeat(100_000)}`,
    version: "1.0.0",
  });
  const { metadata, notes } = await inspectPlugin(Uint8Array.from(broken));
  expect(metadata).toEqual({ version: "1.0.0" });
  expect(notes).toEqual([
    expect.stringMatching(/^name section: /),
    expect.stringMatching(/^authors section: /),
    expect.stringMatching(/^registry-metadata section: /),
  ]);
});

test("a section that is too large for metadata is not read, but a note", async () => {
  // As objects it takes many times as much.
  const module = moduleWith({ "registry-metadata": `{"authors":[${"{},".repeat(400_000)}"Ada"]}`, version: "1.0.0" });
  const { metadata, notes } = await inspectPlugin(Uint8Array.from(module));
  expect([metadata, notes]).toEqual([
    { version: "1.0.0" },
    ["registry-metadata section: 1200019 bytes, 1048576 are read at most"],
  ]);
});

test("a note repeats nothing that a terminal would obey", async () => {
  const { notes } = await inspectPlugin(Uint8Array.from(moduleWith({ "registry-metadata": "\u009b31m" })));
  expect(notes).toEqual([expect.stringMatching(/^registry-metadata section: [ -~]*\\u\{9b\}[ -~]*$/)]);
});

test("what is no plugin has no metadata either", async () => {
  expect(await failure(() => inspectPlugin(Uint8Array.from([1, 2, 3])))).toMatchObject({ code: "not-wasm" });
});
