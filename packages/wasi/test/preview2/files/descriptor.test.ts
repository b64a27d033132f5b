import { tree } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { bytesOf, type NewTimestamp, startPreview2, textOf } from "../start-preview2.ts";
import { codeOf, contentOf, namesIn, open, openDirectory, startFiles } from "./start-files.ts";

const follow = { symlinkFollow: true };

test("the mounts are open from the start, however often they are asked for and dropped", async () => {
  const files = tree({ "/data": { a: "a" }, "/etc": {} }, { readOnly: ["/etc"], maxHandles: 2 });
  const { use } = await startPreview2({ files });
  for (let turn = 0; turn < 1000; turn++) {
    const mounts = use("wasi:filesystem/preopens").getDirectories();
    expect(mounts.map(([, path]) => path)).toEqual(["/data", "/etc"]);
    for (const [descriptor] of mounts) descriptor[Symbol.dispose]();
  }
  const mounts = use("wasi:filesystem/preopens").getDirectories();
  expect(mounts.map(([descriptor]) => [descriptor.getType(), descriptor.getFlags()])).toMatchObject([
    ["directory", { read: true, write: false, mutateDirectory: true }],
    ["directory", { read: true, write: false, mutateDirectory: false }],
  ]);
});

test("a file is read and written at any offset, and its end is told", async () => {
  const { root } = await startFiles({ file: "0123456789" });
  const file = open(root, "file");
  expect(file.read(4n, 3n)).toEqual([bytesOf("3456"), false]);
  expect(file.read(100n, 8n)).toEqual([bytesOf("89"), false]);
  for (const offset of [10n, 11n, 2n ** 64n - 1n]) expect(file.read(1n, offset)).toEqual([bytesOf(""), true]);
  expect([file.write(bytesOf("abc"), 8n), file.write(bytesOf("z"), 13n), file.stat().size]).toEqual([3n, 1n, 14n]);
  expect(textOf(file.read(100n, 7n)[0])).toBe("7abc\0\0z");
  file.setSize(2n);
  file.setSize(4n);
  expect(textOf(file.read(100n, 0n)[0])).toBe("01\0\0");
});

test("a read is at most 16 MiB long", async () => {
  const { root } = await startFiles({ file: new Uint8Array(17_000_000) });
  expect(open(root, "file").read(2n ** 64n - 1n, 0n)[0]).toHaveLength(16_777_216);
});

test.each([
  ["create", { create: true }, "new", "ok"],
  ["create what is there", { create: true }, "file", "ok"],
  ["exclusive", { create: true, exclusive: true }, "file", "exist"],
  ["exclusive, of a link that leads nowhere", { create: true, exclusive: true }, "dangling", "exist"],
  ["truncate", { truncate: true }, "file", "ok"],
  ["directory", { directory: true }, "file", "not-directory"],
  ["directory and create", { directory: true, create: true }, "dir", "invalid"],
  ["directory and truncate", { directory: true, truncate: true }, "dir", "invalid"],
  ["directory and exclusive", { directory: true, exclusive: true }, "dir", "invalid"],
  ["what is not there", {}, "none", "no-entry"],
  ["a directory for writing", {}, "dir", "is-directory"],
  ["a link", {}, "link", "loop"],
  ["below a file", {}, "file/x", "not-directory"],
])("open: %s", async (_, openFlags, path, code) => {
  const { root } = await startFiles({ file: "text", dir: {} });
  root.symlinkAt("none", "dangling");
  root.symlinkAt("file", "link");
  expect(codeOf(() => open(root, path, { read: true, write: true }, openFlags))).toBe(code);
});

test("a link is followed where that is asked for", async () => {
  const { root } = await startFiles({ dir: { file: "text" } });
  root.symlinkAt("dir/file", "link");
  expect(contentOf(root, "link")).toBe("text");
  expect(root.statAt(follow, "link")).toMatchObject({ type: "regular-file", size: 4n });
  expect(root.statAt({}, "link")).toMatchObject({ type: "symbolic-link", size: 8n });
  expect(root.readlinkAt("link")).toBe("dir/file");
  expect(codeOf(() => root.readlinkAt("dir"))).toBe("invalid");
  const [link, file] = [root.metadataHashAt({}, "link"), root.metadataHashAt(follow, "link")];
  expect(file).toEqual(root.metadataHashAt({}, "dir/file"));
  expect(link).not.toEqual(file);
});

test("what a file was opened for is what its flags say, and no more is done with it", async () => {
  const { root } = await startFiles({ file: "text" });
  const [reader, writer, neither] = [
    open(root, "file", { read: true }),
    open(root, "file", { write: true }),
    open(root, "file", {}),
  ];
  expect([reader, writer, neither].map((file) => file.getFlags())).toMatchObject([
    { read: true, write: false },
    { read: false, write: true },
    { read: true, write: false },
  ]);
  for (const file of [reader, neither]) {
    expect(textOf(file.read(9n, 0n)[0])).toBe("text");
    expect(codeOf(() => file.write(bytesOf("x"), 0n))).toBe("bad-descriptor");
    expect(codeOf(() => file.writeViaStream(0n))).toBe("bad-descriptor");
    expect(codeOf(() => file.appendViaStream())).toBe("bad-descriptor");
    expect(codeOf(() => file.setSize(0n))).toBe("invalid");
  }
  expect(codeOf(() => writer.read(1n, 0n))).toBe("bad-descriptor");
  expect(codeOf(() => writer.readViaStream(0n))).toBe("bad-descriptor");
  expect(contentOf(root, "file")).toBe("text");
  // As C libraries open a file for writing.
  expect(open(root, "file", { write: true, mutateDirectory: true }).getFlags()["mutateDirectory"]).toBe(false);
  expect(codeOf(() => open(root, "file", { read: true, dataIntegritySync: true }))).toBe("unsupported");
});

test("a directory is no file, and a file no directory", async () => {
  const { root } = await startFiles({ file: "text", dir: {} });
  const file = open(root, "file");
  const dir = openDirectory(root, "dir");
  for (const call of [
    () => dir.read(1n, 0n),
    () => dir.write(bytesOf("x"), 0n),
    () => dir.setSize(0n),
    () => dir.advise(0n, 1n, "normal"),
    () => dir.writeViaStream(0n),
    () => dir.appendViaStream(),
  ]) {
    expect(codeOf(call)).toBe("bad-descriptor");
  }
  expect(codeOf(() => dir.readViaStream(0n))).toBe("is-directory");
  for (const call of [
    () => file.readDirectory(),
    () => file.createDirectoryAt("x"),
    () => file.statAt({}, "x"),
    () => file.openAt({}, "x", {}, { read: true }),
    () => file.readlinkAt("x"),
    () => file.unlinkFileAt("x"),
    () => file.removeDirectoryAt("x"),
    () => file.symlinkAt("x", "y"),
    () => file.renameAt("x", root, "y"),
    () => root.renameAt("file", file, "y"),
    () => file.linkAt({}, "x", root, "y"),
    () => root.linkAt({}, "file", file, "y"),
    () => file.metadataHashAt({}, "x"),
    () => file.setTimesAt({}, "x", { tag: "now" }, { tag: "now" }),
  ]) {
    expect(codeOf(call)).toBe("not-directory");
  }
  for (const one of [file, dir]) {
    one.sync();
    one.syncData();
  }
  file.advise(0n, 1n, "normal");
});

test("names are made, moved and taken away, with the errors of POSIX", async () => {
  const { root } = await startFiles({ file: "text", dir: { inner: "i" }, empty: {} });
  expect(codeOf(() => root.createDirectoryAt("dir"))).toBe("exist");
  expect(codeOf(() => root.removeDirectoryAt("dir"))).toBe("not-empty");
  expect(codeOf(() => root.removeDirectoryAt("file"))).toBe("not-directory");
  expect(codeOf(() => root.unlinkFileAt("dir"))).toBe("is-directory");
  expect(codeOf(() => root.renameAt("dir", root, "dir/inner2"))).toBe("invalid");
  expect(codeOf(() => root.renameAt("file", root, "dir"))).toBe("is-directory");
  expect(codeOf(() => root.linkAt({}, "dir", root, "dir2"))).toBe("not-permitted");
  expect(codeOf(() => root.linkAt({}, "none", root, "x"))).toBe("no-entry");
  expect(codeOf(() => root.linkAt({}, "file", root, "dir"))).toBe("exist");
  expect(codeOf(() => root.linkAt(follow, "file", root, "x"))).toBe("invalid");
  expect(codeOf(() => root.symlinkAt("/etc/passwd", "x"))).toBe("not-permitted");
  expect(codeOf(() => root.createDirectoryAt("x".repeat(256)))).toBe("name-too-long");
  expect(codeOf(() => root.createDirectoryAt("a\0b"))).toBe("invalid");
  const dir = openDirectory(root, "dir");
  root.linkAt({}, "file", dir, "twin");
  expect(root.statAt({}, "file").linkCount).toBe(2n);
  expect(open(root, "file").isSameObject(open(dir, "twin"))).toBe(true);
  expect(open(root, "file").isSameObject(dir)).toBe(false);
  dir.renameAt("inner", root, "moved");
  root.removeDirectoryAt("empty");
  root.unlinkFileAt("file");
  expect([namesIn(root), namesIn(dir), contentOf(dir, "twin")]).toEqual([["dir", "moved"], ["twin"], "text"]);
});

test("a directory tells the types of its entries, and each of its streams starts anew", async () => {
  const { root } = await startFiles({ file: "", dir: {} });
  root.symlinkAt("file", "link");
  const [one, other] = [root.readDirectory(), root.readDirectory()];
  expect([one.readDirectoryEntry(), one.readDirectoryEntry(), other.readDirectoryEntry()]).toEqual([
    { name: "file", type: "regular-file" },
    { name: "dir", type: "directory" },
    { name: "file", type: "regular-file" },
  ]);
  expect([one.readDirectoryEntry(), one.readDirectoryEntry(), one.readDirectoryEntry()]).toEqual([
    { name: "link", type: "symbolic-link" },
    undefined,
    undefined,
  ]);
});

test("a directory can be emptied while it is read", async () => {
  const content = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, ""]));
  const { root } = await startFiles({ dir: content });
  const dir = openDirectory(root, "dir", false);
  const entries = dir.readDirectory();
  for (let entry = entries.readDirectoryEntry(); entry; entry = entries.readDirectoryEntry()) {
    dir.unlinkFileAt(entry.name);
  }
  root.removeDirectoryAt("dir");
  expect(namesIn(root)).toEqual([]);
});

test("times are set and told to the nanosecond", async () => {
  const clock = { fixed: "2026-01-31T12:00:00Z" };
  const { root } = await startFiles({ file: "" }, undefined, { clock });
  const at = (seconds: bigint, nanoseconds: number): NewTimestamp => ({
    tag: "timestamp",
    val: { seconds, nanoseconds },
  });
  const file = open(root, "file");
  file.setTimes(at(5n, 7), at(2n ** 64n - 1n, 999_999_999));
  expect(file.stat()).toMatchObject({
    dataAccessTimestamp: { seconds: 5n, nanoseconds: 7 },
    dataModificationTimestamp: { seconds: 2n ** 64n - 1n, nanoseconds: 999_999_999 },
  });
  root.setTimesAt({}, "file", { tag: "no-change" }, { tag: "now" });
  const now = { seconds: 1_769_860_800n, nanoseconds: 0 };
  expect(root.statAt({}, "file")).toMatchObject({
    dataAccessTimestamp: { seconds: 5n, nanoseconds: 7 },
    dataModificationTimestamp: now,
    statusChangeTimestamp: now,
  });
  root.setTimes(at(1n, 0), at(1n, 0));
  expect(codeOf(() => file.setTimes(at(1n, 1_000_000_000), { tag: "now" }))).toBe("invalid");
});

test("the hash of an object stays when it is written to or renamed, and tells it from all others", async () => {
  const content = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, ""]));
  const { root } = await startFiles(content);
  const hashes = namesIn(root).map((name) => root.metadataHashAt({}, name));
  expect(new Set(hashes.map(({ lower }) => lower)).size).toBe(1000);
  expect(new Set(hashes.map(({ upper }) => upper)).size).toBe(1000);
  const file = open(root, "f0");
  file.write(bytesOf("x"), 0n);
  root.renameAt("f0", root, "renamed");
  expect([file.metadataHash(), root.metadataHashAt({}, "renamed")]).toEqual([hashes[0], hashes[0]]);
});

test("what does not fit the quota is refused, and the plugin goes on", async () => {
  const { root, wasi } = await startFiles({}, { maxBytes: 10, maxInodes: 2, maxLinks: 1, maxHandles: 3 });
  const file = open(root, "file", { read: true, write: true }, { create: true });
  file.write(bytesOf("0123456789"), 0n);
  for (const call of [() => file.write(bytesOf("x"), 10n), () => file.write(bytesOf("x"), 2n ** 63n)]) {
    expect(codeOf(call)).toBe("insufficient-space");
  }
  expect(codeOf(() => file.setSize(2n ** 64n - 1n))).toBe("insufficient-space");
  root.createDirectoryAt("dir");
  expect(codeOf(() => root.createDirectoryAt("dir2"))).toBe("insufficient-space");
  root.linkAt({}, "file", root, "twin");
  expect(codeOf(() => root.linkAt({}, "file", root, "triplet"))).toBe("insufficient-space");
  const second = open(root, "file");
  expect(codeOf(() => open(root, "file"))).toBe("quota");
  second[Symbol.dispose]();
  expect([codeOf(() => open(root, "file")), file.stat().size, wasi.ended]).toEqual(["ok", 10n, undefined]);
});
