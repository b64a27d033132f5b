import { readFile } from "node:fs/promises";
import { loadBindgen } from "@polyplug/bindgen";
import { expect, test } from "vitest";
import { contract } from "../src/plugin-contract.ts";
import { sharedBindgen, textFilter } from "./tools.ts";

const bindgen = sharedBindgen();

/** Each type is a list of the one before. */
function nested(depth: number): string {
  const types = Array.from({ length: depth }, (_, i) => `type t${i + 1} = list<t${i}>;`);
  return `package a:b;\nworld w {\n  type t0 = u8;\n${types.join("\n")}\n  import f: func(x: t${depth});\n}\n`;
}

/** Nobody has written that part of the generator for C++ yet, and that is what it says. */
const streaming = "package a:b;\nworld w { import f: func(x: stream<u8>); }\n";

test("the contract is the one of the plugin", async () => {
  const path = new URL("../plugin/wit/bindgen.wit", import.meta.url);
  const binary = await bindgen().contract(await readFile(path, "utf8"));
  expect(Buffer.from(binary).toString("base64")).toBe(contract.binary);
});

test("the tools go on after what exhausts their stack", async () => {
  await expect(bindgen().generate(nested(20_000), { language: "c" })).rejects.toMatchObject({ code: "trap" });
  expect(await bindgen().generate(nested(10), { language: "c" })).toHaveLength(3);
});

test("what they panic with is told in one line, with the crate and without the machine", async () => {
  await expect(bindgen().generate(streaming, { language: "cpp" })).rejects.toMatchObject({
    code: "trap",
    message: expect.stringMatching(
      /^cannot generate bindings for cpp: not yet implemented \(wit-bindgen-cpp-[\d.]+\/src\/lib\.rs:\d+\)$/,
    ),
  });
});

test("a call that waits while another one fails is not harmed", async () => {
  const fresh = await loadBindgen();
  const calls = [
    fresh.generate(streaming, { language: "cpp" }),
    fresh.contract(textFilter),
    fresh.generate(streaming, { language: "cpp" }),
    fresh.contract(textFilter),
  ];
  const settled = await Promise.allSettled(calls);
  fresh.dispose();
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
});

test("after they were disposed of, every call is refused", async () => {
  const fresh = await loadBindgen();
  fresh[Symbol.dispose]();
  fresh.dispose();
  await expect(fresh.resolve(textFilter)).rejects.toMatchObject({ code: "disposed" });
});
