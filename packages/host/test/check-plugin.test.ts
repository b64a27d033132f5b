import { checkPlugin, defineContract, loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { linkContract } from "./typed/link-contracts.ts";
import { wat } from "./wat.ts";

const answering = linkContract("answering");

test("a plugin that fits differs nowhere, and is not compiled", async () => {
  // Without its i32.const the function gives no result, and the engine would refuse it.
  const module = wat(`(module (func (export "next-line") (result i32) i32.const 1))`);
  module[module.indexOf(0x41)] = 0x01;
  expect(await checkPlugin(module, answering)).toEqual({ differences: [], unlisted: 0 });
  expect((await failure(() => loadPlugin(module, { contract: answering }))).code).toBe("malformed");
});

test("the differences are those that loading tells of", async () => {
  const module = wat("(module)");
  const { differences, unlisted } = await checkPlugin(module, answering);
  expect(differences).toHaveLength(1);
  expect(unlisted).toBe(0);
  expect((await failure(() => loadPlugin(module, { contract: answering }))).differences).toEqual(differences);
});

test("what is no plugin and what is no contract is told of", async () => {
  const absent = await failure(() => checkPlugin("./absent.wasm", answering));
  expect(absent).toMatchObject({
    code: "unreadable",
    plugin: "absent",
    message: "cannot check ./absent.wasm: there is no such file",
  });
  const misread = await failure(() => checkPlugin(wat("(module)"), defineContract("AA==")));
  expect(misread).toMatchObject({ code: "bad-argument", path: "contract" });
});
