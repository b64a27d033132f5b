import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rustFor } from "@polyplug/build";
import { loadPlugin, PluginError, ResultError } from "@polyplug/host";
import { equip, thisMachine } from "@polyplug/toolchains";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { contract } from "../../examples/text-filter/text-filter.contract.ts";

const example = join(import.meta.dirname, "../examples/text-filter");

const targets = ["wasm32-wasip1", "wasm32-unknown-unknown"] as const;

const built = new Map<string, Uint8Array<ArrayBuffer>>();

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-sdk-rust-"));
  const toolchain = await equip(rustFor(targets), thisMachine());
  if (!("build" in toolchain)) throw new Error(toolchain.cure);
  for (const target of targets) {
    const out = join(folder, `${target}.wasm`);
    await toolchain.build({ source: example, target, out });
    built.set(target, new Uint8Array(await readFile(out)));
  }
  return () => rm(folder, { recursive: true });
});

async function load(target: string) {
  const bytes = built.get(target) ?? new Uint8Array();
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const plugin = await loadPlugin(bytes, { contract, imports: { "acme:text/log": { write } } });
  onTestFinished(() => plugin[Symbol.dispose]());
  return { lines, transform: plugin.exports.transform };
}

describe.each(targets)("the example for %s", (target) => {
  test("shouts, and tells its host", async () => {
    const { lines, transform } = await load(target);
    expect(transform("2 hey")).toBe("HEY HEY");
    expect(lines).toEqual(["Rust is asked to shout 5 bytes"]);
  });

  test("throws its errors as the contract's, those of the standard library too", async () => {
    const { transform } = await load(target);
    expect(() => transform("")).toThrow(new ResultError("there is nothing to shout"));
    expect(() => transform("x hey")).toThrow(new ResultError("invalid digit found in string"));
  });

  test("tells of its panic by message and line, and nothing was granted for that", async () => {
    const { transform } = await load(target);
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
    expect(fault.reason).toBe(`trap: nobody can shout 101 times (examples/text-filter/src/lib.rs:${line}:13)`);
    expect(fault.frames?.map(({ name }) => name)).toContainEqual(expect.stringContaining("transform"));
  });
});

test.each(["src/lib.rs", "src/imports.rs", "src/tests.rs", "wit/world.wit"])(
  "the README has %s as it is",
  async (file) => {
    const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
    const text = await readFile(join(example, file), "utf8");
    expect(readme).toContain(`\`\`\`${file.endsWith(".rs") ? "rust" : "wit"}\n${text}\`\`\`\n`);
  },
);
