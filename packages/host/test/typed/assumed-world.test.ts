import { loadPlugin } from "@polyplug/host";
import { ByteWriter } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

const answering = linkContract("answering");

/** The module with what says of which world it is. */
function embedded(module: Uint8Array, { binary }: { readonly binary: string }): Uint8Array {
  const section = new ByteWriter().name("component-type").raw(Buffer.from(binary, "base64")).toBytes();
  return new ByteWriter().raw(module).section(0, section).toBytes();
}

test("a module that says nothing of its world and lacks exports of the contract does not fit it", async () => {
  const error = await failure(() => loadPlugin(wat("(module)"), { contract: answering }));
  expect(error).toMatchObject({ code: "contract-mismatch", plugin: "plugin" });
  expect(error.differences).toEqual([
    {
      path: "export next-line",
      wanted: "func() -> u32",
      found: "no such export",
      cure: "export next-line from the plugin",
    },
  ]);
});

test.each([
  [
    "all functions of an interface",
    "",
    { path: "export test:links/things@1.0.0", wanted: "an interface", found: "no such export" },
  ],
  [
    "one of them",
    `(func (export "cm32p2|test:links/things@1|[constructor]thing") (param i32) (result i32) unreachable)`,
    {
      path: "export test:links/things@1.0.0#[method]thing.get",
      wanted: "func(self: borrow<thing>) -> u32",
      found: "no such function",
    },
  ],
])("it may lack %s", async (_, text, difference) => {
  const error = await failure(() => loadPlugin(wat(`(module ${text})`), { contract: linkContract("maker") }));
  expect(error.code).toBe("contract-mismatch");
  expect(error.differences).toMatchObject([difference]);
});

test("one that says of which world it is and lacks its exports is malformed", async () => {
  for (const options of [{}, { contract: answering }]) {
    const error = await failure(() => loadPlugin(embedded(wat("(module)"), answering), options));
    expect(error).toMatchObject({
      code: "malformed",
      reason: 'it has no export "next-line", which its world promises',
    });
  }
});
