import { tree } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { E, follow, grantTree, O, read, type Stat, startFileGuest, write } from "./file-guest.ts";

test("a directory is renamed with what is in it, but not into itself", async () => {
  const guest = await startFileGuest({ a: { b: { c: "deep" } }, full: { x: "" }, empty: {} });
  expect(guest.rename("a", "a/b/a")).toBe(E.inval);
  expect(guest.rename("a", "a/a")).toBe(E.inval);
  expect(guest.rename("a", "a")).toBe(0);
  expect(guest.rename("a", "full")).toBe(E.notempty);
  expect(guest.rename("a/b", "a")).toBe(E.notempty);
  expect(guest.rename("a/b", ".")).toBe(E.busy);
  expect(guest.rename("a", "empty/")).toBe(0);
  expect(guest.content("empty/b/c")).toBe("deep");
  expect(guest.open("a")).toBe(-E.noent);
  expect(guest.list()).toEqual(["full", "empty"]);
});

test("a directory that is open goes on below its new name, and not above itself", async () => {
  const guest = await startFileGuest({ a: { b: { c: "deep" } }, other: {} });
  expect(guest.open("a/b", { flags: O.directory })).toBe(4);
  expect(guest.rename("a/b", "other/b")).toBe(0);
  expect(guest.stat("c", 0, 4)).toMatchObject({ size: 4 });
  expect(guest.open("../..", {}, 4)).toBe(-E.notcapable);
  expect(guest.rename("other", "b/other", 3, 4)).toBe(E.noent);
  expect(guest.rename("other", "x", 3, 4)).toBe(E.inval);
});

test("what a rename replaces has to be of its kind", async () => {
  const guest = await startFileGuest({ file: "f", other: "o", dir: {} });
  expect(guest.rename("file", "dir")).toBe(E.isdir);
  expect(guest.rename("dir", "file")).toBe(E.notdir);
  expect(guest.rename("file", "new/")).toBe(E.notdir);
  expect(guest.rename("file/", "new")).toBe(E.notdir);
  expect(guest.rename("none", "new")).toBe(E.noent);
  expect(guest.rename("file", "other")).toBe(0);
  expect(guest.content("other")).toBe("f");
});

test("names of the same file are renamed to each other without effect", async () => {
  const guest = await startFileGuest({ file: "f" });
  expect(guest.link("file", "same")).toBe(0);
  expect(guest.rename("file", "same")).toBe(0);
  expect(guest.list()).toEqual(["file", "same"]);
});

test("hard links are counted, and show the same file", async () => {
  const guest = await startFileGuest({ file: "f", dir: {} });
  expect(guest.link("file", "dir/link")).toBe(0);
  expect((guest.stat("file") as Stat).ino).toBe((guest.stat("dir/link") as Stat).ino);
  expect(guest.stat("file")).toMatchObject({ links: 2, size: 1 });
  const fd = guest.open("dir/link", { rights: write });
  expect(guest.write(fd, "written")).toBe(0);
  expect(guest.content("file")).toBe("written");
  expect(guest.unlink("file")).toBe(0);
  expect(guest.stat("dir/link")).toMatchObject({ links: 1 });
  expect(guest.link("dir", "dir2")).toBe(E.perm);
  expect(guest.link("dir/link", "dir/link")).toBe(E.exist);
  expect(guest.link("dir/link", "new/")).toBe(E.noent);
  expect(guest.link("dir/link", "new", 3, 3, follow)).toBe(E.inval);
});

test("a hard link to a symlink is one to it, and not to what it leads to", async () => {
  const guest = await startFileGuest({ file: "f" });
  guest.symlink("file", "l");
  expect(guest.link("l", "m")).toBe(0);
  expect(guest.readlink("m")).toBe("file");
  expect(guest.stat("l")).toMatchObject({ links: 2 });
});

test("a file that is unlinked while it is open lives on without a name", async () => {
  const guest = await startFileGuest({});
  const fd = guest.open("file", { flags: O.creat | O.excl, rights: read | write });
  expect(guest.write(fd, "content")).toBe(0);
  expect(guest.unlink("file")).toBe(0);
  expect(guest.stat("file")).toBe(E.noent);
  expect(guest.fstat(fd)).toMatchObject({ links: 0, size: 7 });
  expect(guest.write(fd, " more")).toBe(0);
  expect(guest.pread(fd, 20, 0n)).toBe("content more");
  expect(guest.open("file", { flags: O.creat, rights: write })).toBe(5);
  expect(guest.content("file")).toBe("");
});

test("a directory that is removed while it is open is empty, and nothing is made in it", async () => {
  const guest = await startFileGuest({ dir: {} });
  expect(guest.open("dir", { flags: O.directory })).toBe(4);
  expect(guest.rmdir("dir")).toBe(0);
  expect(guest.list(4)).toEqual([]);
  expect(guest.open("x", { flags: O.creat, rights: write }, 4)).toBe(-E.noent);
  expect(guest.mkdir("x", 4)).toBe(E.noent);
  expect(guest.symlink("x", "y", 4)).toBe(E.noent);
  expect(guest.fstat(4)).toMatchObject({ links: 0 });
});

test("only what is a file is unlinked, and only an empty directory is removed", async () => {
  const guest = await startFileGuest({ file: "f", dir: { sub: {} } });
  guest.symlink("dir", "l");
  expect([guest.unlink("dir"), guest.unlink("dir/"), guest.unlink("file/")]).toEqual([E.isdir, E.isdir, E.notdir]);
  expect([guest.rmdir("file"), guest.rmdir("dir"), guest.rmdir("l")]).toEqual([E.notdir, E.notempty, E.notdir]);
  expect([guest.rmdir("."), guest.rmdir("dir/..")]).toEqual([E.inval, E.notempty]);
  expect([guest.unlink("l"), guest.rmdir("dir/sub/"), guest.rmdir("dir"), guest.unlink("file")]).toEqual([0, 0, 0, 0]);
  expect(guest.list()).toEqual([]);
});

test("in a mount that is read-only nothing changes", async () => {
  const guest = await startFileGuest({ file: "f", dir: {} }, { readOnly: true });
  expect(guest.open("file", { rights: write })).toBe(-E.rofs);
  expect(guest.open("file", { flags: O.trunc })).toBe(-E.rofs);
  expect(guest.open("new", { flags: O.creat })).toBe(-E.rofs);
  expect(guest.open("file", { flags: O.creat })).toBe(4);
  const changes = [guest.mkdir("x"), guest.rmdir("dir"), guest.unlink("file"), guest.symlink("a", "b")];
  changes.push(guest.link("file", "x"), guest.rename("file", "x"));
  expect(changes).toEqual(Array(6).fill(E.rofs));
  expect(guest.guest.call("fd_filestat_set_times", 4, 1n, 1n, 5)).toBe(E.rofs);
  expect(guest.resize(4, 0n)).toBe(E.inval);
  expect(guest.content("file")).toBe("f");
  expect(guest.list()).toEqual(["file", "dir"]);
});

test("no path, rename or link leads from one mount to another", async () => {
  const files = tree({ "/": { file: "f", sub: {} }, "/sub": { other: "o" } });
  const guest = await grantTree({ files });
  expect(guest.list(3)).toEqual(["file", "sub"]);
  expect(guest.list(4)).toEqual(["other"]);
  expect(guest.stat("sub/other")).toBe(E.noent);
  expect(guest.rename("file", "file", 3, 4)).toBe(E.xdev);
  expect(guest.link("file", "file", 3, 4)).toBe(E.xdev);
  const [root, sub] = [guest.fstat(3) as Stat, guest.fstat(4) as Stat];
  expect(root.device).not.toBe(sub.device);
});

test("plugins with the same tree do not see each other's changes", async () => {
  const files = tree({ "/": { file: "shared", dir: { x: "x" } } });
  const [one, two] = [await grantTree({ files }), await grantTree({ files })];
  const fd = one.open("file", { rights: write });
  expect(one.write(fd, "CHANGE")).toBe(0);
  expect(one.unlink("dir/x")).toBe(0);
  expect(one.content("file")).toBe("CHANGE");
  expect([two.content("file"), two.content("dir/x")]).toEqual(["shared", "x"]);
  expect((await grantTree({ files })).content("file")).toBe("shared");
});
