import { loadPlugin } from "@polyplug/host";
import { tree } from "@polyplug/host/files";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { startedIn } from "../tiers/started.ts";
import { apart, gate, loadOn, tiers } from "../tiers/tiers.ts";
import { wat } from "../wat.ts";

interface Writer {
  write(): number;
  link(): number;
  fail(): void;
  spin(): void;
}

/** Writes `hi` to a file `new`, links that as `twin`, and ends in whichever way it is told to. */
const text = (rest: string) => `(module
  (import "wasi_snapshot_preview1" "path_open"
    (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_link" (func $link (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "env" "wait" (func $wait))
  (memory (export "memory") 1)
  (data (i32.const 16) "new") (data (i32.const 32) "twin") (data (i32.const 48) "hi")
  (func $put (result i32)
    (i32.store (i32.const 64) (i32.const 48)) (i32.store (i32.const 68) (i32.const 2))
    (drop (call $open (i32.const 3) (i32.const 0) (i32.const 16) (i32.const 3) (i32.const 9)
      (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 80)))
    (call $write (i32.load (i32.const 80)) (i32.const 64) (i32.const 1) (i32.const 84)))
  ${rest})`;

const writer = wat(
  text(`(func (export "write") (result i32) (call $put))
    (func (export "link") (result i32)
      (call $link (i32.const 3) (i32.const 0) (i32.const 16) (i32.const 3) (i32.const 3) (i32.const 32) (i32.const 4)))
    (func (export "wait") (call $wait))
    (func (export "fail") unreachable)
    (func (export "spin") (loop $again (br $again)))`),
);

/** Makes the file as long as it is told to, of which no byte is written. */
const stretching = wat(`(module
  (import "wasi_snapshot_preview1" "path_open"
    (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_filestat_set_size" (func $size (param i32 i64) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "new")
  (func (export "stretch") (param i64) (result i32)
    (drop (call $open (i32.const 3) (i32.const 0) (i32.const 16) (i32.const 3) (i32.const 1)
      (i64.const 0x400040) (i64.const 0) (i32.const 0) (i32.const 80)))
    (call $size (i32.load (i32.const 80)) (local.get 0))))`);

const command = (status: number) =>
  wat(text(`(func (export "_start") (drop (call $put)) (call $exit (i32.const ${status})))`));

const bytes = new TextEncoder().encode("hi");
const options = {
  name: "writer",
  grant: { files: tree({ "/data": {} }) },
  imports: { env: { wait: () => undefined } },
};

describe.each(tiers)("on the tier %s", (tier) => {
  test("what changed so far is told, as it was when it was asked for", async () => {
    using plugin = await loadOn<Writer>(tier, writer, options);
    expect(await plugin.files?.diff("/data")).toEqual([]);
    expect(await plugin.exports.write()).toBe(0);
    const changes = await plugin.files?.diff("/data");
    expect(changes).toEqual([{ kind: "file", path: "new", bytes }]);
    expect(await plugin.exports.link()).toBe(0);
    const [first, twin, ...more] = (await plugin.files?.diff("/data")) ?? [];
    expect([first, twin, more]).toEqual([
      { kind: "file", path: "new", bytes },
      { kind: "file", path: "twin", bytes },
      [],
    ]);
    // They are one file, and cross as one.
    expect(first?.kind === "file" && twin?.kind === "file" && first.bytes === twin.bytes).toBe(true);
    expect(changes).toHaveLength(1);
  });

  test("also of a plugin that has trapped", async () => {
    using plugin = await loadOn<Writer>(tier, writer, options);
    await plugin.exports.write();
    expect(await failure(() => plugin.exports.fail())).toMatchObject({ code: "trap" });
    expect(await plugin.files?.diff("/data")).toEqual([{ kind: "file", path: "new", bytes }]);
    expect(await failure(() => plugin.exports.write())).toMatchObject({ code: "poisoned" });
    expect(await plugin.files?.diff("/data")).toHaveLength(1);
  });

  test.each([0, 3])("also of a command that is done, with the status %d", async (status) => {
    using plugin = await loadOn(tier, command(status), options);
    expect(await plugin.run()).toBe(status);
    expect(plugin.alive).toBe(false);
    expect(await plugin.files?.diff("/data")).toEqual([{ kind: "file", path: "new", bytes }]);
    expect(await failure(() => plugin.run())).toMatchObject({ code: "exited" });
  });

  test("where nothing is mounted is said", async () => {
    using plugin = await loadOn<Writer>(tier, writer, options);
    const error = await failure(async () => await plugin.files?.diff("/none"));
    expect(error).toMatchObject({ code: "bad-argument", path: "/none" });
    expect(error.message).toBe("cannot tell what changed below /none: nothing is mounted there; mounted are /data");
    expect(await plugin.exports.write()).toBe(0);
  });

  test("nothing is told of a plugin without files, or one that was disposed", async () => {
    const { grant: _, ...without } = options;
    using other = await loadOn<Writer>(tier, writer, without);
    expect(other.files).toBeUndefined();
    const plugin = await loadOn<Writer>(tier, writer, options);
    plugin.dispose();
    expect(plugin.files).toBeUndefined();
  });

  test("a new instance begins with the tree", async () => {
    using plugin = await loadOn<Writer>(tier, writer, { ...options, onFault: "restart" });
    await plugin.exports.write();
    await failure(() => plugin.exports.fail());
    await plugin.exports.link();
    expect(await plugin.files?.diff("/data")).toEqual([]);
  });
});

describe.each(apart)("apart, on the tier %s", (isolation) => {
  test("a question has its turn after the calls before it", async () => {
    const asked = gate();
    const answered = gate();
    const wait = async (): Promise<void> => {
      asked.open();
      await answered.opened;
    };
    const imports = { env: { wait } };
    using plugin = await loadPlugin<Writer & { wait(): void }>(writer, { ...options, imports, isolation });
    const call = plugin.exports.wait();
    await asked.opened;
    const [, changes] = [plugin.exports.write(), plugin.files?.diff("/data")];
    answered.open();
    await call;
    expect(await changes).toHaveLength(1);
  });

  test("the files of one that somebody ended went with it, which is said", async () => {
    const { result: plugin, kill } = await startedIn(isolation, () =>
      loadPlugin<Writer>(writer, { ...options, isolation }),
    );
    await plugin.exports.write();
    const { files } = plugin;
    await kill();
    await expect.poll(() => plugin.alive).toBe(false);
    const error = await failure(() => files?.diff("/data"));
    expect(error).toMatchObject({ code: "poisoned", plugin: "writer", action: "tell what changed below /data" });
    expect(error.reason).toMatch(/its (thread|process)/);
    plugin.dispose();
    expect(await failure(() => files?.diff("/data"))).toMatchObject({ code: "disposed" });
  });
});

test.each(apart)(
  "on the tier %s more than can be told of at a time is refused, and the plugin goes on",
  async (tier) => {
    const files = tree({ "/data": {} }, { maxBytes: "300MiB" });
    const grant = { files };
    using plugin = await loadOn<{ stretch(bytes: bigint): number }>(tier, stretching, { name: "stretching", grant });
    expect(await plugin.exports.stretch(2n ** 28n)).toBe(0);
    const error = await failure(() => plugin.files?.diff("/data"));
    expect(error).toMatchObject({ code: "unsupported", action: "tell what changed below /data" });
    expect(error.reason).toMatch(
      /^with their paths they come to 26843\d+ bytes, and 268435456 can be told of at a time/,
    );
    expect(await plugin.exports.stretch(2n)).toBe(0);
    expect(await plugin.files?.diff("/data")).toEqual([{ kind: "file", path: "new", bytes: new Uint8Array(2) }]);
  },
);
