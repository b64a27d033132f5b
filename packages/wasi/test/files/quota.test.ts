import { expect, test } from "vitest";
import { append, E, O, read, startFileGuest, write } from "./file-guest.ts";

const fresh = { flags: O.creat, rights: read | write };

test("bytes are counted with their holes, and given back", async () => {
  const guest = await startFileGuest({}, { maxBytes: 100 });
  const fd = guest.open("file", fresh);
  expect([guest.write(fd, "x".repeat(60)), guest.write(fd, "x".repeat(41))]).toEqual([0, E.nospc]);
  expect([guest.pwrite(fd, "x", 99n), guest.pwrite(fd, "x", 100n), guest.resize(fd, 101n)]).toEqual([
    0,
    E.nospc,
    E.nospc,
  ]);
  const other = guest.open("other", fresh);
  expect(guest.write(other, "x")).toBe(E.nospc);
  expect([guest.resize(fd, 10n), guest.write(other, "x".repeat(90))]).toEqual([0, 0]);
  expect([guest.fstat(fd), guest.fstat(other)]).toMatchObject([{ size: 10 }, { size: 90 }]);
  expect([guest.symlink("t", "l"), guest.unlink("file"), guest.symlink("t", "l")]).toEqual([E.nospc, 0, E.nospc]);
  expect([guest.close(fd), guest.symlink("t".repeat(11), "l"), guest.symlink("t".repeat(10), "l")]).toEqual([
    0,
    E.nospc,
    0,
  ]);
});

test.each([2n ** 40n, 2n ** 53n, 2n ** 63n - 1n])("a size of %i bytes is refused and takes no memory", async (size) => {
  const guest = await startFileGuest({ file: "x" });
  const fd = guest.open("file", { rights: read | write });
  expect([guest.resize(fd, size), guest.pwrite(fd, "x", size)]).toEqual([E.nospc, E.nospc]);
  expect(guest.resize(fd, 2n ** 63n)).toBe(E.inval);
  expect(guest.pwrite(fd, "x", 2n ** 64n - 1n)).toBe(E.nospc);
  expect(guest.content("file")).toBe("x");
});

test("a file that is large and empty is read as zeros, and takes no memory", async () => {
  const guest = await startFileGuest({}, { maxBytes: 2 ** 50 });
  const fd = guest.open("file", fresh);
  expect(guest.resize(fd, 2n ** 50n)).toBe(0);
  expect([guest.pread(fd, 4, 2n ** 49n), guest.pread(fd, 4, 2n ** 50n - 2n)]).toEqual(["\0\0\0\0", "\0\0"]);
  expect(guest.write(fd, "start")).toBe(0);
  expect(guest.pread(fd, 8, 0n)).toBe("start\0\0\0");
  expect(guest.pwrite(fd, "x", 2n ** 49n)).toBe(E.nospc);
  expect(guest.fstat(fd)).toMatchObject({ size: 2 ** 50 });
});

test("what was granted is free until it is written to, and counts as a whole from then on", async () => {
  const guest = await startFileGuest({ big: "x".repeat(1000), small: "y".repeat(10) }, { maxBytes: 100 });
  const [big, small] = [guest.open("big", { rights: read | write }), guest.open("small", { rights: read | write })];
  expect([guest.write(big, "z"), guest.write(small, "z")]).toEqual([E.nospc, 0]);
  expect(guest.pread(big, 3, 0n)).toBe("xxx");
  expect([guest.resize(big, 90n), guest.write(small, "z")]).toEqual([0, 0]);
  expect(guest.pwrite(small, "z", 10n)).toBe(E.nospc);
});

test("files, directories and symlinks are counted until nothing holds them", async () => {
  const guest = await startFileGuest({ old: "x" }, { maxInodes: 3 });
  expect([guest.mkdir("d"), guest.symlink("x", "l"), guest.open("f", fresh)]).toEqual([0, 0, 4]);
  expect([guest.mkdir("e"), guest.open("g", fresh), guest.symlink("x", "m")]).toEqual([E.nospc, -E.nospc, E.nospc]);
  expect([guest.unlink("f"), guest.mkdir("e")]).toEqual([0, E.nospc]);
  expect([guest.close(4), guest.mkdir("e"), guest.mkdir("g")]).toEqual([0, 0, E.nospc]);
  expect([guest.unlink("old"), guest.mkdir("g"), guest.rmdir("e"), guest.mkdir("g")]).toEqual([0, E.nospc, 0, 0]);
});

test("names beyond the first of a file are counted", async () => {
  const guest = await startFileGuest({ f: "x", g: "y" }, { maxLinks: 2 });
  expect([guest.link("f", "f2"), guest.link("g", "g2"), guest.link("f", "f3")]).toEqual([0, 0, E.nospc]);
  expect([guest.unlink("g"), guest.link("f", "f3"), guest.link("f", "f4")]).toEqual([0, 0, E.nospc]);
  expect([guest.stat("f"), guest.stat("g2")]).toMatchObject([{ links: 3 }, { links: 1 }]);
});

test("open files and directories are counted, and nothing is made that could not be opened", async () => {
  const guest = await startFileGuest({ f: "x" }, { maxHandles: 3 });
  expect([guest.open("f"), guest.open("."), guest.open("f"), guest.open("new", fresh)]).toEqual([
    4,
    5,
    -E.mfile,
    -E.mfile,
  ]);
  expect(guest.list()).toEqual(["f"]);
  expect([guest.close(4), guest.open("new", fresh), guest.open("f")]).toEqual([0, 4, -E.mfile]);
  expect([guest.guest.call("fd_renumber", 4, 5), guest.open("f")]).toEqual([0, 4]);
});

test("a file that grows byte by byte is not copied each time", async () => {
  const guest = await startFileGuest({}, { maxBytes: "2MiB" });
  const fd = guest.open("log", { ...fresh, fdFlags: append });
  guest.put(0x6000, "x".repeat(16));
  for (let written = 0; written < 2 ** 16; written++) expect(guest.write(fd, "0123456789abcdef")).toBe(0);
  expect(guest.fstat(fd)).toMatchObject({ size: 2 ** 20 });
});
