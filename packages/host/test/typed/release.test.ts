import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { collected } from "../collected.ts";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

interface Thing {
  get(): number;
  [Symbol.dispose](): void;
}

interface Things {
  readonly things: { readonly Thing: new (value: number) => Thing };
}

const maker = wat(`(module
  (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
  (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
  (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0))
  (func (export "test:links/things@1.0.0#[dtor]thing") (param i32)))`);

test.each(["compiled", "reference"] as const)(
  "a disposed plugin's memory is collected though its classes and their objects are still held, by %s",
  async (canonicalAbi) => {
    const plugin = await loadPlugin<Things>(maker, { contract: linkContract("maker"), canonicalAbi });
    const { Thing } = plugin.exports.things;
    const thing = new Thing(7);
    expect(thing.get()).toBe(7);
    new Thing(8)[Symbol.dispose]();
    const memory = new WeakRef(plugin.memories["memory"] ?? plugin);
    plugin.dispose();
    expect(await collected(memory)).toBe(true);
    expect((await failure(() => thing.get())).code).toBe("disposed");
    thing[Symbol.dispose]();
    expect((await failure(() => new Thing(9))).code).toBe("disposed");
  },
);
