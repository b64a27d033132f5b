import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

/** As deep as a panic in Rust is before the first function of the plugin's own comes. */
const deep = wat(`(module
  (import "test:links/log@1.0.0" "write" (func (param i32 i32)))
  (memory (export "memory") 1)
  (func $_ZN4core4sinkE (param $depth i32)
    (if (i32.eqz (local.get $depth)) (then unreachable))
    (call $_ZN4core4sinkE (i32.sub (local.get $depth) (i32.const 1))))
  (func $own (export "run") (call $_ZN4core4sinkE (i32.const 30))))`);

test.each(["compiled", "reference"] as const)("a trap is told of with all of its frames, %s", async (canonicalAbi) => {
  const imports = { "test:links/log": { write: () => undefined } };
  const limit = Error.stackTraceLimit;
  const plugin = await loadPlugin<{ run(): void }>(deep, { contract: linkContract("user"), canonicalAbi, imports });
  const { code, frames = [] } = await failure(() => plugin.exports.run());
  expect(code).toBe("trap");
  expect(frames.map(({ name }) => name)).toEqual([...Array(31).fill("core::sink"), "own"]);
  expect(Error.stackTraceLimit).toBe(limit);
});
