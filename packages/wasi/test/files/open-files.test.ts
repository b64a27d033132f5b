import { expect, test } from "vitest";
import { append, E, follow, nonblock, O, read, regularFile, type Stat, startFileGuest, write } from "./file-guest.ts";

test("a file is read and written where its position is", async () => {
  const guest = await startFileGuest({ file: "0123456789" });
  const fd = guest.open("file", { rights: read | write });
  expect([guest.read(fd, 4), guest.write(fd, "ab"), guest.read(fd, 2)]).toEqual(["0123", 0, "67"]);
  expect([guest.seek(fd, -3n, 1), guest.read(fd, 1)]).toEqual([5, "b"]);
  expect([guest.seek(fd, -1n, 2), guest.read(fd, 9), guest.read(fd, 9)]).toEqual([9, "9", ""]);
  expect([guest.pread(fd, 3, 1n), guest.pwrite(fd, "X", 0n), guest.seek(fd, 0n, 1)]).toEqual(["123", 0, 10]);
  expect(guest.content("file")).toBe("X123ab6789");
});

test("positions are from zero to 2^53 - 1", async () => {
  const guest = await startFileGuest({ file: "0123456789" });
  const fd = guest.open("file");
  expect(guest.seek(fd, -1n, 0)).toBe(-E.inval);
  expect(guest.seek(fd, -11n, 2)).toBe(-E.inval);
  expect(guest.seek(fd, 2n ** 53n, 0)).toBe(-E.inval);
  expect(guest.seek(fd, 0n, 3)).toBe(-E.inval);
  expect(guest.seek(fd, 2n ** 53n - 1n, 0)).toBe(2 ** 53 - 1);
  expect(guest.seek(fd, 1n, 1)).toBe(-E.inval);
  expect(guest.read(fd, 1)).toBe("");
  expect(guest.pread(fd, 1, 2n ** 64n - 1n)).toBe("");
});

test("what is skipped and what is cut off reads as zeros", async () => {
  const guest = await startFileGuest({ file: "0123456789" });
  const fd = guest.open("file", { rights: read | write });
  expect(guest.resize(fd, 4n)).toBe(0);
  expect(guest.resize(fd, 8n)).toBe(0);
  expect(guest.pwrite(fd, "z", 10n)).toBe(0);
  expect(guest.read(fd, 20)).toBe("0123\0\0\0\0\0\0z");
  expect(guest.fstat(fd)).toMatchObject({ size: 11, type: regularFile });
});

test("what is opened to append to is written to at its end", async () => {
  const guest = await startFileGuest({ file: "start" });
  const fd = guest.open("file", { rights: read | write, fdFlags: append });
  const other = guest.open("file", { rights: write, fdFlags: append | nonblock });
  expect([guest.write(fd, "1"), guest.write(other, "2"), guest.write(fd, "3")]).toEqual([0, 0, 0]);
  expect(guest.pwrite(fd, "4", 0n)).toBe(0);
  expect(guest.content("file")).toBe("start1234");
  expect(guest.guest.call("fd_fdstat_set_flags", fd, 0)).toBe(0);
  expect([guest.seek(fd, 0n, 0), guest.write(fd, "S")]).toEqual([0, 0]);
  expect(guest.content("file")).toBe("Start1234");
});

test("a file is made, emptied and required to be new as the flags say", async () => {
  const guest = await startFileGuest({ file: "content", dir: {} });
  guest.symlink("file", "l");
  expect(guest.open("file", { flags: O.creat | O.excl })).toBe(-E.exist);
  expect(guest.open("dir", { flags: O.creat | O.excl })).toBe(-E.exist);
  expect(guest.open("new/", { flags: O.creat })).toBe(-E.isdir);
  expect(guest.open("none/new", { flags: O.creat })).toBe(-E.noent);
  expect(guest.open("file/new", { flags: O.creat })).toBe(-E.notdir);
  expect(guest.open("l")).toBe(-E.loop);
  expect(guest.open("l", { flags: O.trunc, lookup: follow, rights: write })).toBe(4);
  expect(guest.content("file")).toBe("");
  expect(guest.open("l", { flags: O.creat | O.excl, lookup: follow })).toBe(-E.exist);
});

test("a directory is opened where one is asked for, and not to be written to", async () => {
  const guest = await startFileGuest({ file: "content", dir: {} });
  guest.symlink("dir", "l");
  expect(guest.open("file", { flags: O.directory })).toBe(-E.notdir);
  expect(guest.open("dir", { flags: O.directory | O.creat })).toBe(-E.inval);
  expect(guest.open("dir", { rights: read | write })).toBe(-E.isdir);
  expect(guest.open("dir", { flags: O.trunc })).toBe(-E.isdir);
  expect(guest.open("l", { flags: O.directory })).toBe(-E.notdir);
  expect(guest.open("l", { flags: O.directory, lookup: follow })).toBe(4);
  expect(guest.open("x", {}, guest.open("file"))).toBe(-E.notdir);
});

test("flags that there are not are refused, and files that are written through", async () => {
  const guest = await startFileGuest({ file: "content" });
  expect(guest.open("file", { flags: 16 })).toBe(-E.inval);
  expect(guest.open("file", { fdFlags: 32 })).toBe(-E.inval);
  expect(guest.open("file", { lookup: 2 })).toBe(-E.inval);
  for (const fdFlags of [2, 8, 16]) expect(guest.open("file", { fdFlags })).toBe(-E.notsup);
});

test("a file that is open for one of reading and writing refuses the other", async () => {
  const guest = await startFileGuest({ file: "content" });
  const [reader, writer, neither] = [guest.open("file"), guest.open("file", { rights: write }), 0n];
  expect([guest.write(reader, "x"), guest.read(writer, 1), guest.resize(reader, 0n)]).toEqual([
    E.badf,
    E.badf,
    E.inval,
  ]);
  expect(guest.read(guest.open("file", { rights: neither }), 3)).toBe("con");
  expect(guest.content("file")).toBe("content");
});

test("rights that a directory gave up are not those of what is opened from it", async () => {
  const guest = await startFileGuest({ file: "content", dir: {} });
  const inheriting = (1n << 1n) | (1n << 14n) | (1n << 21n);
  const base = (1n << 13n) | (1n << 18n);
  expect(guest.guest.call("fd_fdstat_set_rights", 3, base, inheriting)).toBe(0);
  expect(guest.open("file", { rights: write })).toBe(-E.notcapable);
  expect(guest.open("new", { flags: O.creat })).toBe(-E.notcapable);
  expect(guest.mkdir("x")).toBe(E.notcapable);
  expect(guest.page(3, 100, 0n)).toBe(E.notcapable);
  const fd = guest.open("file");
  expect(guest.read(fd, 3)).toBe("con");
  expect(guest.seek(fd, 0n, 0)).toBe(-E.notcapable);
  expect(guest.list(guest.open("dir"))).toEqual([]);
  expect(guest.guest.call("fd_fdstat_set_rights", 3, base | 1n, inheriting)).toBe(E.notcapable);
});

test("the numbers 0 to 2 are given anew when they were closed", async () => {
  const guest = await startFileGuest({ file: "content" }, {}, { stdout: () => expect.unreachable("written") });
  for (const fd of [0, 1, 2]) expect(guest.close(fd)).toBe(0);
  expect([guest.open("file"), guest.open("file", { rights: write })]).toEqual([0, 1]);
  expect([guest.read(0, 3), guest.write(1, "CON"), guest.pread(0, 9, 0n)]).toEqual(["con", 0, "CONtent"]);
  expect(guest.guest.call("fd_renumber", 1, 0)).toBe(0);
  expect([guest.read(0, 1), guest.write(0, "!"), guest.write(1, "x")]).toEqual([E.badf, 0, E.badf]);
  expect(guest.content("file")).toBe("CON!ent");
});

test("a directory that was open from the start is one like any other", async () => {
  const guest = await startFileGuest({ file: "content", dir: {} });
  const { call, text, view } = guest.guest;
  expect([call("fd_prestat_get", 3, 0x400), call("fd_prestat_get", 4, 0x400)]).toEqual([0, E.badf]);
  expect([view().getUint8(0x400), view().getUint32(0x404, true)]).toEqual([0, 1]);
  expect(call("fd_prestat_dir_name", 3, 0x410, 0)).toBe(E.nametoolong);
  expect([call("fd_prestat_dir_name", 3, 0x410, 5), text(0x410, 2)]).toEqual([0, "/\0"]);
  const opened = guest.open("dir", { flags: O.directory });
  expect(call("fd_prestat_get", opened, 0x400)).toBe(E.badf);
  expect(call("fd_prestat_dir_name", opened, 0x410, 5)).toBe(E.notdir);
  expect([guest.close(3), guest.open("file"), call("fd_prestat_get", 3, 0x400)]).toEqual([0, -E.badf, E.badf]);
  expect(guest.stat(".", 0, opened)).toMatchObject({ type: 3 });
});

test("what only files do is refused to directories, as in wasmtime", async () => {
  const guest = await startFileGuest({});
  const { call } = guest.guest;
  const refused = [
    call("fd_advise", 3, 0n, 0n, 0),
    call("fd_allocate", 3, 0n, 1n),
    call("fd_datasync", 3),
    call("fd_sync", 3),
    call("fd_tell", 3, 0x400),
    call("fd_fdstat_set_flags", 3, 0),
    guest.resize(3, 0n),
    -guest.seek(3, 0n, 0),
    guest.read(3, 1),
    guest.write(3, "x"),
    guest.pread(3, 1, 0n),
    guest.pwrite(3, "x", 0n),
  ];
  expect(refused).toEqual(refused.map(() => E.badf));
});

test("files are synchronised, and advised of, without effect; nothing is allocated", async () => {
  const guest = await startFileGuest({ file: "content" });
  const fd = guest.open("file", { rights: write });
  const { call } = guest.guest;
  expect([call("fd_sync", fd), call("fd_datasync", fd), call("fd_advise", fd, 0n, 9n, 5)]).toEqual([0, 0, 0]);
  expect([call("fd_advise", fd, 0n, 0n, 6), call("fd_allocate", fd, 0n, 9n)]).toEqual([E.inval, E.notsup]);
});

test("times are set, left and taken from the clock", async () => {
  const fixed = "2026-01-31T12:00:00Z";
  const now = BigInt(Date.parse(fixed)) * 1_000_000n;
  const guest = await startFileGuest({ file: "content" }, {}, { clock: { fixed } });
  const times = () => guest.fstat(4) as Stat;
  expect(guest.open("file", { rights: write })).toBe(4);
  expect(times().times).toEqual([now, now, now]);
  expect(guest.guest.call("fd_filestat_set_times", 4, 5n, 7n, 1)).toBe(0);
  expect(times().times).toEqual([5n, now, now]);
  expect(guest.guest.call("fd_filestat_set_times", 4, 9n, 7n, 2 | 4)).toBe(0);
  expect(times().times).toEqual([now, 7n, now]);
  for (const flags of [3, 12, 16]) expect(guest.guest.call("fd_filestat_set_times", 4, 0n, 0n, flags)).toBe(E.inval);
  expect(guest.write(4, "x")).toBe(0);
  expect(times().times).toEqual([now, now, now]);
  const without = await startFileGuest({ file: "content" });
  expect(without.stat("file")).toMatchObject({ times: [0n, 0n, 0n] });
});
