import { describe, expect, test } from "vitest";
import { loadOn, tiers } from "../tiers/tiers.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";
import { Recorded } from "./recorded.ts";

/** NUL takes six characters in JSON: this many are more than a text of the engine may have. */
const length = 100_000_000;

const room = `(memory (export "memory") 1600)
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))`;

/** Gives so many NULs, whatever it is given. */
const echo = (count: number): Uint8Array =>
  wat(`(module ${room}
    (func $give (export "echo") (param i32 i32) (result i32)
      (i32.store (i32.const 16) (i32.const 4096)) (i32.store (i32.const 20) (i32.const ${count})) (i32.const 16))
    (func (export "spoil") (param i32 i32) (result i32) (call $give (i32.const 0) (i32.const 0)))
    (func (export "echo-bytes") (param i32 i32) (result i32) (call $give (i32.const 0) (i32.const 0)))
    (func (export "even") (param i32 i32) (result i32) unreachable))`);

const log = wat(`(module
  (import "test:links/log@1.0.0" "write" (func $write (param i32 i32)))
  ${room}
  (func (export "run") (call $write (i32.const 4096) (i32.const ${length}))))`);

interface Echo {
  echo(text: string): string;
  echoBytes(data: Uint8Array): Uint8Array;
}

const limits = { time: "60s" };
const last = { kind: "truncated", maxSize: 2 ** 26 };

describe.each(tiers)("on the tier %s", (tier) => {
  test.each(["echo", "echoBytes"] as const)(
    "a result that no record has room for ends the record: %s",
    async (name) => {
      const record = new Recorded();
      using plugin = await loadOn<Echo>(tier, echo(length), { contract: linkContract("echoing"), limits, record });
      const { exports } = plugin;
      const given = name === "echo" ? await exports.echo("a") : await exports.echoBytes(new Uint8Array(1));
      expect(given.length).toBe(length);
      expect(record.lines.map(({ kind }) => kind).slice(1)).toEqual(["load", "call", "truncated"]);
      expect(record.lines.at(-1)).toEqual(last);
      expect((await exports.echo("a")).length).toBe(length);
      expect(await record.replay(echo(length))).toMatchObject({ matches: true, end: "truncated" });
    },
  );

  test("so does an argument of a host function, which gets it", async () => {
    const lengths: number[] = [];
    const imports = { "test:links/log": { write: (text: string): void => void lengths.push(text.length) } };
    const record = new Recorded();
    using plugin = await loadOn<{ run(): void }>(tier, log, {
      contract: linkContract("user"),
      imports,
      limits,
      record,
    });
    await plugin.exports.run();
    await plugin.exports.run();
    expect(lengths).toEqual([length, length]);
    expect(record.lines.map(({ kind }) => kind).slice(1)).toEqual(["load", "call", "truncated"]);
  });
});

test("a replay finds a difference in what is longer than its record", async () => {
  const record = new Recorded();
  using plugin = await loadOn<Echo>("inline", echo(1), { contract: linkContract("echoing"), record });
  await plugin.exports.echo("a");
  expect(await record.replay(echo(length))).toMatchObject({
    matches: false,
    difference: { found: expect.stringContaining("longer than all of the record") },
  });
});

test("a value is in the record if it fits to the byte", async () => {
  const whole = new Recorded();
  const texts = ['\0\n"\\', "ä€🦜", "a".repeat(4_000)];
  const contract = linkContract("echoing");
  const loaded = await loadOn<Echo>("inline", echo(1), { contract, record: whole });
  for (const text of texts) await loaded.exports.echo(text);
  const used = Buffer.byteLength(whole.text);
  for (const [spare, kind] of [
    [100, "return"],
    [99, "truncated"],
  ] as const) {
    const record = new Recorded();
    using plugin = await loadOn<Echo>("inline", echo(1), {
      contract,
      record: { to: record.to, maxSize: used + spare },
    });
    for (const text of texts) await plugin.exports.echo(text);
    expect(record.lines.at(-1)).toMatchObject({ kind });
  }
});
