import { isEndSignal, tree } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { bytesOf, type Descriptor, startPreview2 } from "../start-preview2.ts";
import { codeOf, contentOf, namesIn, open, openDirectory, startFiles } from "./start-files.ts";

const now = { tag: "now" } as const;
const content = { file: "text", dir: { inner: "i" }, empty: {} };

/** All ways to make something, or to get hold of what can. */
const makings: readonly (readonly [string, (base: Descriptor, writable: Descriptor) => unknown])[] = [
  ["create a file", (base) => open(base, "new", { write: true }, { create: true })],
  ["create a file and only read it", (base) => open(base, "new", { read: true }, { create: true })],
  ["open a file with create", (base) => open(base, "file", { read: true }, { create: true })],
  ["open a file for writing", (base) => open(base, "file", { write: true })],
  ["truncate a file", (base) => open(base, "file", { read: true }, { truncate: true })],
  ["open a directory that may be changed", (base) => openDirectory(base, "dir")],
  ["open itself to be changed", (base) => openDirectory(base, ".")],
  ["create a directory", (base) => base.createDirectoryAt("new")],
  ["create a symlink", (base) => base.symlinkAt("file", "new")],
  ["create a link", (base) => base.linkAt({}, "file", base, "new")],
  ["create a link from elsewhere", (base, writable) => writable.linkAt({}, "file", base, "new")],
  ["create a link to elsewhere", (base, writable) => base.linkAt({}, "file", writable, "new")],
  ["rename", (base) => base.renameAt("file", base, "new")],
  ["rename from elsewhere", (base, writable) => writable.renameAt("file", base, "new")],
  ["rename to elsewhere", (base, writable) => base.renameAt("file", writable, "new")],
  ["set times", (base) => base.setTimesAt({}, "file", now, now)],
  ["set its own times", (base) => base.setTimes(now, now)],
];

test.each(makings)("a directory that was opened for reading does not: %s", async (_, make) => {
  const { root } = await startFiles(content);
  const reader = openDirectory(root, ".", false);
  expect(reader.getFlags()).toMatchObject({ read: true, mutateDirectory: false });
  expect(codeOf(() => make(reader, root))).toBe("read-only");
  expect([namesIn(root), namesIn(openDirectory(root, "dir")), contentOf(root, "file")]).toEqual([
    ["file", "dir", "empty"],
    ["inner"],
    "text",
  ]);
});

test.each([
  ...makings,
  ["take away a file", (base: Descriptor) => base.unlinkFileAt("file")],
  ["take away a directory", (base: Descriptor) => base.removeDirectoryAt("empty")],
] as typeof makings)("nor does a directory of a mount that is read-only, nor one below: %s", async (_, make) => {
  const { use } = await startPreview2({ files: tree({ "/ro": { ...content, sub: content } }, { readOnly: true }) });
  const root = use("wasi:filesystem/preopens").getDirectories()[0]?.[0] as Descriptor;
  for (const base of [root, openDirectory(root, "sub", false)]) {
    expect(codeOf(() => make(base, base))).toBe("read-only");
    expect([base.statAt({}, "file").size, contentOf(base, "dir/inner")]).toEqual([4n, "i"]);
  }
});

test("a file of a mount that is read-only is read, and its handle makes no changes", async () => {
  const { root } = await startFiles(content, { readOnly: true });
  const file = open(root, "file", { read: true });
  expect(codeOf(() => file.setTimes(now, now))).toBe("read-only");
  expect(codeOf(() => file.write(bytesOf("x"), 0n))).toBe("bad-descriptor");
  expect(codeOf(() => file.setSize(0n))).toBe("invalid");
});

test.each([
  ["..", "not-permitted"],
  ["../etc/passwd", "not-permitted"],
  ["dir/../../etc", "not-permitted"],
  ["/etc/passwd", "not-permitted"],
  ["up/x", "not-permitted"],
  ["here/up/x", "not-permitted"],
  ["round/x", "loop"],
  ["none/../file", "no-entry"],
  ["file/..", "not-directory"],
  ["", "no-entry"],
  ["a\0b", "invalid"],
  [`${"x/".repeat(2048)}x`, "name-too-long"],
])("no path leads out: %j", async (path, code) => {
  const { root } = await startFiles(content);
  root.symlinkAt(".", "here");
  root.symlinkAt("dir/../..", "up");
  root.symlinkAt("round", "round");
  for (const call of [
    () => root.statAt({ symlinkFollow: true }, path),
    () => root.openAt({ symlinkFollow: true }, path, {}, { read: true }),
    () => root.openAt({ symlinkFollow: true }, path, { create: true }, { write: true }),
    () => root.metadataHashAt({ symlinkFollow: true }, path),
    () => root.readlinkAt(path),
    () => root.setTimesAt({ symlinkFollow: true }, path, now, now),
  ]) {
    expect(codeOf(call)).toBe(code);
  }
});

test("no path leads out of a directory below, though there is something above it", async () => {
  const { root } = await startFiles({ secret: "s", dir: { inner: "i" } });
  const dir = openDirectory(root, "dir");
  dir.symlinkAt("../secret", "link");
  expect(codeOf(() => contentOf(dir, "../secret"))).toBe("not-permitted");
  expect(codeOf(() => contentOf(dir, "link"))).toBe("not-permitted");
  expect(contentOf(root, "dir/link")).toBe("s");
});

test("no path leads from one mount to another", async () => {
  const { use } = await startPreview2({ files: tree({ "/a": { file: "a" }, "/b": {} }) });
  const [a, b] = use("wasi:filesystem/preopens")
    .getDirectories()
    .map(([descriptor]) => descriptor);
  if (!a || !b) throw new Error("there are two");
  expect(codeOf(() => a.renameAt("file", b, "file"))).toBe("cross-device");
  expect(codeOf(() => a.linkAt({}, "file", b, "file"))).toBe("cross-device");
  expect([namesIn(a), namesIn(b)]).toEqual([["file"], []]);
});

test("a descriptor that is none is not worked with", async () => {
  for (const call of [
    (root: Descriptor) => root.renameAt("file", {} as Descriptor, "x"),
    (root: Descriptor) => root.linkAt({}, "file", undefined as never, "x"),
    (root: Descriptor) => root.isSameObject({ opened: 1 } as never),
    (root: Descriptor) => root.openAt(undefined as never, "file", {}, {}),
    (root: Descriptor) => root.openAt({}, "file", 5 as never, {}),
    (root: Descriptor) => root.openAt({}, 5 as never, {}, {}),
    (root: Descriptor) => root.setTimes({ tag: "later" } as never, now),
    (root: Descriptor) => root.setTimes({ tag: "timestamp", val: { seconds: 1, nanoseconds: 0 } } as never, now),
    (root: Descriptor) => open(root, "file").write("text" as never, 0n),
    (root: Descriptor) => open(root, "file").write(bytesOf("x"), -1n),
    (root: Descriptor) => open(root, "file").read(1 as never, 0n),
    (root: Descriptor) => open(root, "file").setSize(-1n),
  ]) {
    const { root, wasi } = await startFiles(content);
    expect(() => call(root)).toThrow(expect.toSatisfy(isEndSignal));
    expect(wasi.ended).toMatchObject({ error: { code: "trap", reason: expect.stringContaining("with other types") } });
  }
});

test("handles that are not dropped end at the quota, and streams at the number of resources", async () => {
  const { root, wasi } = await startFiles({ file: "text" }, { maxHandles: 100 });
  for (let handle = 0; handle < 99; handle++) open(root, "file");
  expect(codeOf(() => open(root, "file"))).toBe("quota");
  expect(codeOf(() => open(root, "new", { write: true }, { create: true }))).toBe("quota");
  expect(namesIn(root)).toEqual(["file"]);
  const flood = () => {
    for (let stream = 0; stream < 70_000; stream++) root.readDirectory();
  };
  expect(flood).toThrow(expect.toSatisfy(isEndSignal));
  expect(wasi.ended).toMatchObject({ error: { reason: expect.stringContaining("holds 65536 resources already") } });
});
