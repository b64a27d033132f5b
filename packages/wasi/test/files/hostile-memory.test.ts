import { describe, expect, test } from "vitest";
import { putIovec } from "../guests/start-guest.ts";
import { E, type FileGuest, O, read, startFileGuest, write } from "./file-guest.ts";

const end = 65_536;
const [file, name, iovec, result] = [4, 0x20, 0x10, 0x400];

/** A guest with a file `data`, open under 4, whose name is at 0x20; an iovec of four bytes at 0x10 is that name. */
async function start(): Promise<FileGuest> {
  const guest = await startFileGuest({ data: "0123456789", dir: {} });
  guest.symlink("data", "link");
  expect(guest.open("data", { rights: read | write })).toBe(file);
  guest.put(name, "data");
  putIovec(guest.guest, iovec, name, 4);
  return guest;
}

const before = [{ kind: "symlink", path: "link", target: "data" }];

/** What would work, and which of the arguments are pointers: to how many bytes. */
const pointers: Readonly<Record<string, readonly [args: readonly (number | bigint)[], sizes: Record<number, number>]>> =
  {
    fd_fdstat_get: [[file, result], { 1: 24 }],
    fd_filestat_get: [[file, result], { 1: 64 }],
    fd_prestat_get: [[3, result], { 1: 8 }],
    fd_prestat_dir_name: [[3, result, 8], { 1: 8 }],
    fd_read: [[file, iovec, 1, result], { 1: 8, 3: 4 }],
    fd_pread: [[file, iovec, 1, 0n, result], { 1: 8, 4: 4 }],
    fd_write: [[file, iovec, 1, result], { 1: 8, 3: 4 }],
    fd_pwrite: [[file, iovec, 1, 0n, result], { 1: 8, 4: 4 }],
    fd_readdir: [[3, 0x500, 64, 0n, result], { 1: 64, 4: 4 }],
    fd_seek: [[file, 0n, 0, result], { 3: 8 }],
    fd_tell: [[file, result], { 1: 8 }],
    path_create_directory: [[3, name, 3], { 1: 3 }],
    path_filestat_get: [[3, 0, name, 4, result], { 2: 4, 4: 64 }],
    path_filestat_set_times: [[3, 0, name, 4, 0n, 0n, 0], { 2: 4 }],
    path_link: [[3, 0, name, 4, 3, name, 3], { 2: 4, 5: 3 }],
    path_open: [[3, 0, name, 4, O.trunc, 0n, 0n, 0, result], { 2: 4, 8: 4 }],
    path_rename: [[3, name, 4, 3, name, 3], { 1: 4, 4: 3 }],
    path_symlink: [[name, 4, 3, name, 3], { 0: 4, 3: 3 }],
    path_unlink_file: [[3, name, 4], { 1: 4 }],
  };

const cases = Object.entries(pointers).flatMap(([called, [args, sizes]]) =>
  Object.entries(sizes).map(([index, size]) => ({ called, args, index: Number(index), size })),
);

describe.each(cases)("$called, argument $index", ({ called, args, index, size }) => {
  test("works", async () => {
    expect((await start()).guest.call(called, ...args)).toBe(E.success);
  });

  test.each([0xffffffff, end - size + 1, end])("at %i is EFAULT, and nothing has changed", async (pointer) => {
    const guest = await start();
    const memory = guest.guest.bytes().slice();
    expect(guest.guest.call(called, ...args.with(index, pointer))).toBe(E.fault);
    expect(guest.guest.bytes()).toEqual(memory);
    expect(guest.guest.wasi.files?.diff("/")).toEqual(before);
  });
});

test.each(["fd_read", "fd_pread", "fd_write", "fd_pwrite"])("%s takes no more than 1,024 regions", async (called) => {
  const guest = await start();
  const { call } = guest.guest;
  const rest = called.includes("_p") ? [0n, result] : [result];
  for (let at = 0x1000, count = 0; count < 1025; count++) at = putIovec(guest.guest, at, 0x8000, 1);
  for (const count of [2 ** 31, 2 ** 32 - 1, 1025]) expect(call(called, file, 0x1000, count, ...rest)).toBe(E.inval);
  expect(guest.guest.wasi.files?.diff("/")).toEqual(before);
  expect(call(called, file, 0x1000, 1024, ...rest)).toBe(E.success);
});

test("regions that overlap, and that are those of the regions themselves, are read and written in their order", async () => {
  const guest = await start();
  const { call, text } = guest.guest;
  putIovec(guest.guest, putIovec(guest.guest, 0x1000, 0x2000, 4), 0x2002, 4);
  expect(call("fd_read", file, 0x1000, 2, result)).toBe(0);
  expect(text(0x2000, 6)).toBe("014567");
  expect(call("fd_pwrite", file, 0x1000, 2, 0n, result)).toBe(0);
  expect(guest.content("data")).toBe("0145456789");
  putIovec(guest.guest, 0x1000, 0x1000, 8);
  expect(call("fd_pread", file, 0x1000, 1, 0n, result)).toBe(0);
  expect(text(0x1000, 8)).toBe("01454567");
});

test("a call moves 16 MiB at most, however often its regions cover the same memory", async () => {
  const guest = await startFileGuest({}, { maxBytes: "64MiB" });
  const fd = guest.open("big", { flags: O.creat, rights: read | write });
  for (let at = 0x1000, count = 0; count < 1024; count++) at = putIovec(guest.guest, at, 0, end);
  expect(guest.guest.call("fd_write", fd, 0x1000, 1024, result)).toBe(0);
  expect(guest.guest.view().getUint32(result, true)).toBe(2 ** 24);
  expect(guest.fstat(fd)).toMatchObject({ size: 2 ** 24 });
  expect(guest.guest.call("fd_pread", fd, 0x1000, 1024, 0n, 0x9000)).toBe(0);
});

test("a poll of files takes no more than 1,024 subscriptions", async () => {
  const guest = await start();
  const { call, view } = guest.guest;
  const at = 0x1000;
  view().setUint8(at + 8, 1);
  view().setUint32(at + 16, file, true);
  for (const count of [0, 1025, 2 ** 31, -1]) expect(call("poll_oneoff", at, 0x2000, count, result)).toBe(E.inval);
  expect(call("poll_oneoff", at, 0x2000, 1, result)).toBe(0);
  expect([view().getUint32(result, true), view().getBigUint64(0x2010, true)]).toEqual([1, 10n]);
});

test("files are ready, to be read up to their end and to be written to", async () => {
  const guest = await start();
  const { call, view } = guest.guest;
  const at = 0x1000;
  guest.seek(file, 0n, 2);
  const reader = guest.open("data");
  for (const [index, [type, fd]] of [
    [1, file],
    [2, file],
    [1, reader],
    [2, reader],
    [1, 3],
  ].entries()) {
    view().setUint8(at + index * 48 + 8, type ?? 0);
    view().setUint32(at + index * 48 + 16, fd ?? 0, true);
  }
  expect(call("poll_oneoff", at, 0x2000, 5, result)).toBe(0);
  const events = [0, 1, 2, 3, 4].map((index) => {
    const event = 0x2000 + index * 32;
    return [
      view().getUint16(event + 8, true),
      Number(view().getBigUint64(event + 16, true)),
      view().getUint16(event + 24, true),
    ];
  });
  expect(events).toEqual([
    [0, 0, 1],
    [0, 1, 0],
    [0, 10, 0],
    [E.badf, 0, 0],
    [E.badf, 0, 0],
  ]);
});
