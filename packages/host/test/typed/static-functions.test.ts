import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

const labels = ["prototype", "length", "name", "caller", "arguments"];

/** Each static function asks the host's of the same name. */
const naming = wat(`(module
  ${labels.map((name) => `(import "test:links/names@1.0.0" "[static]thing.${name}" (func $${name} (result i32)))`).join("\n")}
  ${labels.map((name) => `(export "test:links/names@1.0.0#[static]thing.${name}" (func $${name}))`).join("\n")})`);

const contract = linkContract("naming");

class Thing {
  readonly isThing: boolean = true;
  static prototype_(): number {
    return 1;
  }
  static length(): number {
    return 2;
  }
  static name(): number {
    return 3;
  }
  static caller(): number {
    return 4;
  }
  static arguments(): number {
    return 5;
  }
}

test("a static function may be called as what every class has, but for prototype", async () => {
  type Statics = Record<"prototype_" | "length" | "name" | "caller" | "arguments", () => number>;
  const plugin = await loadPlugin<{ names: { Thing: Statics & { prototype: object } } }>(naming, {
    contract,
    imports: { "test:links/names": { Thing } },
  });
  const { Thing: own } = plugin.exports.names;
  expect([own.prototype_(), own.length(), own.name(), own.caller(), own.arguments()]).toEqual([1, 2, 3, 4, 5]);
  expect(Symbol.dispose in own.prototype).toBe(true);
});

test("what every class has by such a name is not what the host provides", async () => {
  const options = { contract, imports: { "test:links/names": { Thing: class {} } } };
  const error = await failure(() => loadPlugin(naming, options));
  expect(error.missing?.map(({ name }) => name)).toEqual(labels.map((name) => `[static]thing.${name}`));
  expect(error.missing?.[0]?.cure).toContain("Thing: class { static prototype_() { … } }");
});
