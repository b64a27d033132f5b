import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adapterOf } from "@polyplug/build";
import { loadPlugin, PluginError, ResultError } from "@polyplug/host";
import { equip, thisMachine } from "@polyplug/toolchains";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { contract } from "../../examples/text-filter/text-filter.contract.ts";

const example = join(import.meta.dirname, "../examples/text-filter");

let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-sdk-rust-"));
  const toolchain = await equip(adapterOf("rust"), thisMachine());
  if (!("build" in toolchain)) throw new Error(toolchain.cure);
  const out = join(folder, "text-filter.wasm");
  await toolchain.build({ source: example, out });
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

test("the example shouts, and tells its host", async () => {
  const { lines, transform } = await load();
  expect(transform("2 hey")).toBe("HEY HEY");
  expect(lines).toEqual(["Rust is asked to shout 5 bytes"]);
});

test("its errors are thrown as the contract's, those of the standard library too", async () => {
  const { transform } = await load();
  expect(() => transform("")).toThrow(new ResultError("there is nothing to shout"));
  expect(() => transform("x hey")).toThrow(new ResultError("invalid digit found in string"));
});

test("its panic arrives with message and line, and nothing was granted for that", async () => {
  const { transform } = await load();
  let fault: unknown;
  try {
    transform("101 hey");
  } catch (error) {
    fault = error;
  }
  if (!PluginError.is(fault)) throw fault;
  expect(fault).toMatchObject({ code: "trap", export: "transform" });
  const lines = (await readFile(join(example, "src/lib.rs"), "utf8")).split("\n");
  const line = lines.findIndex((text) => text.includes("assert!")) + 1;
  expect(fault.message).toContain(`trap: nobody can shout 101 times (examples/text-filter/src/lib.rs:${line}:13)`);
  expect(fault.frames?.map(({ name }) => name)).toContainEqual(expect.stringContaining("transform"));
});

test.each(["src/lib.rs", "src/imports.rs", "src/tests.rs", "wit/world.wit"])(
  "the README has %s as it is",
  async (file) => {
    const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
    const text = await readFile(join(example, file), "utf8");
    expect(readme).toContain(`\`\`\`${file.endsWith(".rs") ? "rust" : "wit"}\n${text}\`\`\`\n`);
  },
);
