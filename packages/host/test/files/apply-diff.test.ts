import { chmodSync, mkdirSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyDiff, type FileChange, snapshot, tree } from "@polyplug/host/files";
import { expect, test } from "vitest";
import { collected } from "../collected.ts";
import { FilePlugin } from "./file-plugin.ts";
import { contentOf, scratch } from "./scratch.ts";

async function start(): Promise<{ folder: string; plugin: FilePlugin; changes: () => readonly FileChange[] }> {
  const folder = await scratch();
  mkdirSync(join(folder, "sub/old"), { recursive: true });
  writeFileSync(join(folder, "a.txt"), "a");
  writeFileSync(join(folder, "sub/b.txt"), "bb");
  writeFileSync(join(folder, "sub/old/c.txt"), "ccc");
  const plugin = await FilePlugin.load(tree({ "/data": await snapshot(folder), "/tmp": {} }));
  return { folder, plugin, changes: () => plugin.plugin.files?.diff("/data") ?? [] };
}

const text = (content: string) => new TextEncoder().encode(content);

test("a plugin that changes nothing has no changes, also where it writes what was there", async () => {
  const { plugin, changes } = await start();
  expect(changes()).toEqual([]);
  expect([plugin.read("sub/b.txt"), plugin.write("a.txt", "a"), plugin.write("new", "")]).toEqual(["bb", 0, 0]);
  expect([plugin.unlink("new"), plugin.rename("a.txt", "x"), plugin.rename("x", "a.txt")]).toEqual([0, 0, 0]);
  expect(changes()).toEqual([]);
});

test("changes are told in an order in which they can be done again", async () => {
  const { folder, plugin, changes } = await start();
  plugin.write("a.txt", "changed");
  plugin.unlink("sub/b.txt");
  plugin.mkdir("new");
  plugin.rename("sub/old", "new/moved");
  plugin.symlink("new/moved/c.txt", "l");
  plugin.mkdir("sub/b.txt");
  plugin.write("elsewhere", "x", 4);
  expect(changes()).toEqual([
    { kind: "file", path: "a.txt", bytes: text("changed") },
    { kind: "removed", path: "sub/b.txt" },
    { kind: "removed", path: "sub/old" },
    { kind: "directory", path: "sub/b.txt" },
    { kind: "directory", path: "new" },
    { kind: "directory", path: "new/moved" },
    { kind: "file", path: "new/moved/c.txt", bytes: text("ccc") },
    { kind: "symlink", path: "l", target: "new/moved/c.txt" },
  ]);
  await applyDiff(folder, changes());
  expect(contentOf(folder)).toEqual({
    "a.txt": "changed",
    l: "-> new/moved/c.txt",
    new: { moved: { "c.txt": "ccc" } },
    sub: { "b.txt": {} },
  });
  await applyDiff(folder, changes());
  expect(plugin.plugin.files?.diff("/tmp")).toMatchObject([{ path: "elsewhere" }]);
});

test("a diff stays as it was when it was asked for, and ends with the plugin", async () => {
  const { plugin, changes } = await start();
  plugin.write("a.txt", "one");
  const before = changes();
  plugin.write("a.txt", "two");
  expect(before).toEqual([{ kind: "file", path: "a.txt", bytes: text("one") }]);
  plugin.plugin.dispose();
  expect(plugin.plugin.files).toBeUndefined();
});

test("the files of a plugin that was disposed are let go of, also where somebody has the plugin", async () => {
  const { plugin } = await start();
  const files = new WeakRef(plugin.plugin.files ?? expect.unreachable("no files"));
  plugin.plugin.dispose();
  expect(await collected(files)).toBe(true);
  expect(plugin.plugin.alive).toBe(false);
});

test("a path that is no mount is refused", async () => {
  const { plugin } = await start();
  expect(() => plugin.plugin.files?.diff("/none")).toThrow(
    expect.objectContaining({ code: "bad-argument", reason: "nothing is mounted there; mounted are /data, /tmp" }),
  );
});

test("directories that are nested deeper than a path can say have no diff", async () => {
  const { plugin } = await start();
  let directory = 3;
  for (let depth = 0; depth < 20; depth++) {
    plugin.mkdir("n".repeat(250), directory);
    directory = plugin.open("n".repeat(250), directory);
  }
  expect(() => plugin.plugin.files?.diff("/data")).toThrow(expect.objectContaining({ code: "unsupported" }));
});

test("names of one file share its bytes, and count one by one when they are written", async () => {
  const { folder, plugin, changes } = await start();
  plugin.write("new", "0123456789");
  for (let index = 0; index < 9; index++) plugin.link("new", `link${index}`);
  const files = changes().map((change) => change.kind === "file" && change.bytes);
  expect(new Set(files).size).toBe(1);
  await expect(applyDiff(folder, changes(), { maxBytes: 99 })).rejects.toMatchObject({
    code: "unsupported",
    reason: "they have 100 bytes, more than the 99 that options.maxBytes allows",
  });
  expect(readdirSync(folder)).toEqual(["a.txt", "sub"]);
  await applyDiff(folder, changes(), { maxBytes: "100B" });
  expect(readdirSync(folder)).toHaveLength(12);
});

test.each(["../outside", "/etc/outside", "sub/../../outside", "sub//x", "", ".", "a\0b", "n".repeat(256)])(
  "a path that is none within the directory is refused, and nothing is done: %j",
  async (path) => {
    const { folder } = await start();
    const before = contentOf(folder);
    const harmless: FileChange = { kind: "file", path: "a.txt", bytes: text("done") };
    for (const change of [{ kind: "file", bytes: text("x") }, { kind: "removed" }, { kind: "directory" }] as const) {
      await expect(applyDiff(folder, [harmless, { ...change, path }])).rejects.toMatchObject({
        code: "bad-argument",
        path,
      });
    }
    expect(contentOf(folder)).toEqual(before);
  },
);

test.each([
  ["l", "/etc/passwd"],
  ["l", "../outside"],
  ["sub/l", "../../outside"],
  ["sub/l", "old/../../../outside"],
  ["l", "s/../outside"],
])("a symlink that may lead out is refused: %s -> %s", async (path, target) => {
  const { folder, plugin, changes } = await start();
  plugin.symlink(".", "s");
  const made = plugin.symlink(target, path);
  expect(made).toBe(target.startsWith("/") ? 76 : 0);
  const all: FileChange[] = made === 0 ? [...changes()] : [{ kind: "symlink", path, target }];
  await expect(applyDiff(folder, all)).rejects.toMatchObject({
    code: "bad-argument",
    reason: `${path}: the symlink may lead out of the directory`,
  });
  expect(readdirSync(folder)).toEqual(["a.txt", "sub"]);
});

test("a symlink that somebody put in the way is not followed", async () => {
  const { folder, plugin, changes } = await start();
  const outside = await scratch();
  mkdirSync(join(outside, "old"));
  plugin.write("sub/b.txt", "written");
  plugin.write("sub/old/c.txt", "written");
  renameSync(join(folder, "sub"), join(folder, "away"));
  symlinkSync(outside, join(folder, "sub"));
  await expect(applyDiff(folder, changes())).rejects.toMatchObject({ code: "unreadable" });
  expect(contentOf(outside)).toEqual({ old: {} });
  const removal: FileChange[] = [{ kind: "removed", path: "sub" }];
  await applyDiff(folder, removal);
  expect([contentOf(outside), readdirSync(folder)]).toEqual([{ old: {} }, ["a.txt", "away"]]);
});

test("a symlink in the place of a file is replaced, and what it leads to stays", async () => {
  const { folder, plugin, changes } = await start();
  const outside = join(await scratch(), "secret");
  writeFileSync(outside, "secret");
  plugin.write("a.txt", "written");
  renameSync(join(folder, "a.txt"), join(folder, "was"));
  symlinkSync(outside, join(folder, "a.txt"));
  await applyDiff(folder, changes());
  expect(contentOf(folder)).toMatchObject({ "a.txt": "written" });
  expect(contentOf(join(outside, ".."))).toEqual({ secret: "secret" });
});

test("a file keeps its permissions, and one that cannot be put there leaves nothing behind", async () => {
  const { folder, plugin, changes } = await start();
  chmodSync(join(folder, "a.txt"), 0o640);
  plugin.write("a.txt", "written");
  await applyDiff(folder, changes());
  expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o640);
  const blocked: FileChange[] = [{ kind: "file", path: "sub", bytes: text("x") }];
  await expect(applyDiff(folder, blocked)).rejects.toMatchObject({ code: "unreadable", path: "sub" });
  expect(readdirSync(folder)).toEqual(["a.txt", "sub"]);
});

test("unknown options are refused", async () => {
  const { folder } = await start();
  await expect(applyDiff(folder, [], { maxSize: 1 } as never)).rejects.toMatchObject({ path: "options.maxSize" });
});
