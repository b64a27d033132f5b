import { loadPlugin } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { answer } from "../restart/counter.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

interface Diver {
  dive(): void;
}

/** Calls its host, which calls it again. */
const diver = wat(`(module (import "env" "call" (func $call)) (func (export "dive") (call $call)))`);

/** Frames of a kind that shift where the stack ends for those that come after. */
const deep = <T>(frames: number, work: () => T): T => (frames === 0 ? work() : deep(frames - 1, work));

/** Has `attempt` run again and again on the way back from the end of the stack, with a little more of it each time. */
async function atStackEnd(shift: number, attempt: () => void): Promise<void> {
  let left = 400;
  const call = (): void => {
    try {
      plugin.exports.dive();
    } catch {
      if (left-- > 0) attempt();
    }
  };
  const plugin = await loadPlugin<Diver>(diver, { imports: { env: { call } } });
  await failure(() => deep(shift, () => plugin.exports.dive()));
}

/** What it is given, and its memory grows with each. */
const repeating = wat(`(module
  (import "$root" "next-word" (func $next (param i32)))
  (memory (export "memory") 1)
  (global $end (mut i32) (i32.const 1024))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (local $pointer i32)
    (local.set $pointer (i32.and (i32.add (global.get $end) (i32.const 7)) (i32.const -8)))
    (global.set $end (i32.add (local.get $pointer) (local.get 3)))
    (drop (memory.grow (i32.const 1)))
    (memory.copy (local.get $pointer) (local.get 0) (local.get 1))
    (local.get $pointer))
  (func (export "run") (param i32 i32) (result i32)
    (i32.store (i32.const 16) (local.get 0))
    (i32.store (i32.const 20) (local.get 1))
    (i32.const 16)))`);

describe.each(["compiled", "reference"] as const)("by the canonical ABI that is %s", (canonicalAbi) => {
  test.each([0, 1_000])(
    "a plugin that is called where another left no stack comes back, after %i calls",
    async (calls) => {
      const options = { contract: linkContract("repeating"), canonicalAbi, imports: { nextWord: () => "word" } };
      const text = "wörter 🙂";
      for (let shift = 0; shift < 12; shift++) {
        using plugin = await loadPlugin<{ run(text: string): string }>(repeating, { ...options, onFault: "restart" });
        for (let call = 0; call < calls; call++) plugin.exports.run(text);
        await atStackEnd(shift, () => plugin.exports.run(text));
        expect(await answer(() => plugin.exports.run(text))).toBe(text);
      }
    },
  );
});
