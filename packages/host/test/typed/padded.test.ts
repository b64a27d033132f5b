import { loadPlugin } from "@polyplug/host";
import { ByteWriter } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { linkContract } from "./link-contracts.ts";

const newer = new ByteWriter()
  .raw(
    wat(`(module (func (export "run") (param i32 i32 i32) (result i32)
      (i32.add (local.get 0) (i32.mul (local.get 1) (i32.const 100)))))`),
  )
  .section(
    0,
    new ByteWriter()
      .name("component-type:newer")
      .raw(Uint8Array.from(atob(linkContract("newer").binary), (letter) => letter.charCodeAt(0)))
      .toBytes(),
  )
  .toBytes();

test.each(["compiled", "reference"] as const)(
  "a function with a parameter that the host does not know of says how many the host knows, by %s",
  async (canonicalAbi) => {
    const options = { contract: linkContract("older"), canonicalAbi };
    const plugin = await loadPlugin<{ run(...args: unknown[]): number }>(newer, options);
    const { run } = plugin.exports;
    expect(run(7)).toBe(7);
    for (const args of [[], [1, 2], [1, 2, 3]]) {
      const error = await failure(() => run(...args));
      expect(error).toMatchObject({
        code: "bad-argument",
        message: `cannot lower the arguments of "run": expected 1, got ${args.length}`,
        plugin: plugin.name,
        export: "run",
      });
    }
    expect(run(7)).toBe(7);
    plugin.dispose();
    expect((await failure(() => run())).code).toBe("disposed");
  },
);
