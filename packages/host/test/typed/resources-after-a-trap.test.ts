import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

interface Thing extends Disposable {
  get(): number;
}

const trapping = wat(`(module
  (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
  (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
  (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) unreachable))`);

test.each(["compiled", "reference"] as const)("what a trap leaves can be disposed, %s", async (canonicalAbi) => {
  const plugin = await loadPlugin<{ things: { Thing: new (value: number) => Thing } }>(trapping, {
    contract: linkContract("maker"),
    canonicalAbi,
  });
  const [lent, other] = [new plugin.exports.things.Thing(1), new plugin.exports.things.Thing(2)];
  expect(await failure(() => lent.get())).toMatchObject({ code: "trap" });
  lent[Symbol.dispose]();
  plugin.dispose();
  other[Symbol.dispose]();
  expect(await failure(() => other.get())).toMatchObject({ code: "disposed" });
});
