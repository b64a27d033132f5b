import { inspectPlugin, readPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { wat } from "./wat.ts";

const module = wat("(module)");
const url = `data:application/wasm;base64,${Buffer.from(module).toString("base64")}`;

test("the bytes are those of the source, of the hash that was asked for", async () => {
  const { integrity } = await inspectPlugin(module);
  expect(await readPlugin(url, { integrity })).toEqual(Uint8Array.from(module));
});

test("another hash and an absent file are told of", async () => {
  const { integrity } = await inspectPlugin(wat('(module (memory (export "memory") 1))'));
  expect((await failure(() => readPlugin(url, { integrity }))).code).toBe("integrity");
  expect(await failure(() => readPlugin("./absent.wasm"))).toMatchObject({
    code: "unreadable",
    plugin: "absent",
    message: "cannot read ./absent.wasm: there is no such file",
  });
});
