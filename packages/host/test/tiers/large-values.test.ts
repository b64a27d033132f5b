import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { type AnyPlugin, loadOn, tiers } from "./tiers.ts";

interface Echo {
  echo(text: string): string;
  echoBytes(data: Uint8Array): Uint8Array;
  even(text: string): string;
  spoil(text: string): string;
}

/** Whatever it gave back it fills with crosses as soon as it may. */
const free = (name: string, at: number): string =>
  `(func (export "cabi_post_${name}") (param i32)
    (memory.fill (i32.load (i32.const ${at})) (i32.const 0x58) (i32.load (i32.const ${at + 4})))
    (global.set $top (i32.const 1024)))`;

const give = "(i32.store (i32.const 16) (local.get 0)) (i32.store (i32.const 20) (local.get 1)) (i32.const 16)";

const guest = wat(`(module
  (memory (export "memory") 1)
  (global $top (mut i32) (i32.const 1024))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (local $pointer i32)
    (local.set $pointer (global.get $top))
    (global.set $top (i32.add (local.get $pointer) (local.get 3)))
    (if (i32.gt_u (global.get $top) (i32.shl (memory.size) (i32.const 16)))
      (then (drop (memory.grow (i32.add (i32.shr_u (local.get 3) (i32.const 16)) (i32.const 1))))))
    (local.get $pointer))
  (func (export "echo") (param i32 i32) (result i32) ${give})
  ${free("echo", 16)}
  (func (export "echo-bytes") (param i32 i32) (result i32) ${give})
  ${free("echo-bytes", 16)}
  (func (export "spoil") (param i32 i32) (result i32) (i32.store8 (local.get 0) (i32.const 255)) ${give})
  ${free("spoil", 16)}
  (func (export "even") (param i32 i32) (result i32)
    (i32.store (i32.const 16) (i32.and (local.get 1) (i32.const 1)))
    (i32.store (i32.const 20) (local.get 0))
    (i32.store (i32.const 24) (local.get 1))
    (i32.const 16))
  ${free("even", 20)})`);

const load = (tier: (typeof tiers)[number]): Promise<AnyPlugin<Echo>> =>
  loadOn<Echo>(tier, guest, { contract: linkContract("echoing") });

describe.each(tiers)("on the tier %s", (tier) => {
  test.each([0, 1, 4_095, 4_096, 1_048_577])("%i bytes go there and come back, numbers and text", async (length) => {
    using plugin = await load(tier);
    const { echo, echoBytes, even } = plugin.exports;
    const data = Uint8Array.from({ length }, (_, index) => index);
    const text = "a".repeat(length);
    for (let turn = 0; turn < 2; turn++) {
      expect(Buffer.compare(await echoBytes(data), data)).toBe(0);
      expect((await echo(text)) === text).toBe(true);
    }
    const wider = "ä€🦜".repeat(length >> 3);
    expect((await echo(`${wider}\ud800`)) === `${wider}\ufffd`).toBe(true);
    const outcome = (async () => await even(text))();
    if (length % 2 === 0) expect((await outcome) === text).toBe(true);
    else await expect(outcome).rejects.toMatchObject({ payload: text });
  });

  test.each([1, 4_095, 4_096, 100_000])("%i bytes that are no text are a trap", async (length) => {
    using plugin = await load(tier);
    const fault = await failure(async () => await plugin.exports.spoil("a".repeat(length)));
    expect(fault).toMatchObject({ code: "trap", reason: "the string is not UTF-8" });
    expect(plugin.alive).toBe(false);
  });
});
