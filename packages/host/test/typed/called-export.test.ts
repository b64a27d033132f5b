import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

interface Things {
  readonly things: { readonly Thing: new (value: unknown) => object };
}

const maker = wat(`(module
  (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
  (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
  (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0)))`);

test.each(["compiled", "reference"] as const)(
  "what refuses an argument says which export of which plugin was called, by %s",
  async (canonicalAbi) => {
    using plugin = await loadPlugin<Things>(maker, { name: "maker", contract: linkContract("maker"), canonicalAbi });
    const { Thing } = plugin.exports.things;
    expect(await failure(() => new Thing("seven"))).toMatchObject({
      code: "bad-argument",
      plugin: "maker",
      export: "test:links/things@1.0.0#[constructor]thing",
    });
    expect(new Thing(7)).toBeInstanceOf(Thing);
  },
);
