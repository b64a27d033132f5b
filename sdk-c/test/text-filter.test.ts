import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adapterOf } from "@polyplug/build";
import { loadPlugin, PluginError, ResultError } from "@polyplug/host";
import { equip, thisMachine } from "@polyplug/toolchains";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { contract } from "../../examples/text-filter/text-filter.contract.ts";
import { writeBindings } from "./write-bindings.ts";

const sdk = join(import.meta.dirname, "..");

describe.each([
  { language: "c", title: "C", example: "examples/text-filter", file: "plugin.c" },
  { language: "cpp", title: "C++", example: "examples/text-filter-cpp", file: "plugin.cpp" },
] as const)("the example in $title", ({ language, title, example, file }) => {
  let bytes: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "polyplug-sdk-c-"));
    const source = join(folder, "source");
    await writeBindings(language, source);
    // As a project has them: this SDK beside the plugin, all of it.
    for (const name of ["polyplug.h", "polyplug.hpp", "polyplug_native.c", join(example, file)]) {
      await cp(join(sdk, name), join(source, name.replace(`${example}/`, "")));
    }
    const toolchain = await equip(adapterOf(language), thisMachine());
    if (!("build" in toolchain)) throw new Error(toolchain.cure);
    const out = join(folder, "text-filter.wasm");
    await toolchain.build({ source, out });
    bytes = new Uint8Array(await readFile(out));
    return () => rm(folder, { recursive: true });
  });

  async function load() {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const plugin = await loadPlugin(bytes, { contract, imports: { "acme:text/log": { write } } });
    onTestFinished(() => plugin[Symbol.dispose]());
    return { lines, transform: plugin.exports.transform };
  }

  test("shouts, and tells its host", async () => {
    const { lines, transform } = await load();
    expect(transform("2 hey")).toBe("HEY HEY");
    expect(transform("größe")).toBe("GRößE");
    expect(lines).toEqual([`${title} is asked to shout 5 bytes`, `${title} is asked to shout 7 bytes`]);
  });

  test("refuses by the contract's error", async () => {
    const { transform } = await load();
    expect(() => transform("")).toThrow(new ResultError("there is nothing to shout"));
    expect(() => transform("x hey")).toThrow(new ResultError("X is no number"));
  });

  test("panics with file, line and message, and nothing is granted for that", async () => {
    const { transform } = await load();
    let fault: unknown;
    try {
      transform("101 hey");
    } catch (error) {
      fault = error;
    }
    if (!PluginError.is(fault)) throw fault;
    expect(fault).toMatchObject({ code: "trap", export: "transform" });
    const lines = (await readFile(join(sdk, example, file), "utf8")).split("\n");
    const line = lines.findIndex((text) => text.includes("nobody can shout")) + 1;
    expect(fault.message).toContain(`trap: shout: nobody can shout 101 times (${file}:${line})`);
  });
});

test.each([
  ["c", "examples/text-filter/plugin.c"],
  ["c", "examples/text-filter/test/plugin_test.c"],
  ["cpp", "examples/text-filter-cpp/plugin.cpp"],
])("the README has %s as it is in %s", async (language, path) => {
  const readme = await readFile(join(sdk, "README.md"), "utf8");
  const text = await readFile(join(sdk, path), "utf8");
  expect(readme).toContain(`\`\`\`${language}\n${text}\`\`\`\n`);
});
