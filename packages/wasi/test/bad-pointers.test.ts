import { createPreview1, type Grant, preview1Signatures } from "@polyplug/wasi";
import { describe, expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { assemble, type Guest, putIovec, startGuest } from "./guests/start-guest.ts";

const module = await assemble(allFunctions);
const end = 65_536;
const fault = 21;

/**
 * Arguments that are sane, and which of them are pointers: to how many bytes. The iovec at 0x10 is one of four bytes,
 * the subscription at 0x600 one to write to stdout.
 */
const pointers: Readonly<Record<string, readonly [args: readonly (number | bigint)[], sizes: Record<number, number>]>> =
  {
    args_get: [[0x400, 0x500], { 0: 8, 1: 5 }],
    args_sizes_get: [[0x400, 0x404], { 0: 4, 1: 4 }],
    environ_get: [[0x400, 0x500], { 0: 4, 1: 4 }],
    environ_sizes_get: [[0x400, 0x404], { 0: 4, 1: 4 }],
    clock_res_get: [[0, 0x400], { 1: 8 }],
    clock_time_get: [[0, 0n, 0x400], { 2: 8 }],
    fd_fdstat_get: [[1, 0x400], { 1: 24 }],
    fd_filestat_get: [[1, 0x400], { 1: 64 }],
    fd_pread: [[0, 0x10, 1, 0n, 0x400], { 1: 8, 4: 4 }],
    fd_prestat_get: [[3, 0x400], { 1: 8 }],
    fd_prestat_dir_name: [[3, 0x400, 8], { 1: 8 }],
    fd_pwrite: [[1, 0x10, 1, 0n, 0x400], { 1: 8, 4: 4 }],
    fd_read: [[0, 0x10, 1, 0x400], { 1: 8, 3: 4 }],
    fd_readdir: [[3, 0x500, 64, 0n, 0x400], { 1: 64, 4: 4 }],
    fd_seek: [[1, 0n, 0, 0x400], { 3: 8 }],
    fd_tell: [[1, 0x400], { 1: 8 }],
    fd_write: [[1, 0x10, 1, 0x400], { 1: 8, 3: 4 }],
    path_create_directory: [[3, 0x20, 4], { 1: 4 }],
    path_filestat_get: [[3, 0, 0x20, 4, 0x400], { 2: 4, 4: 64 }],
    path_filestat_set_times: [[3, 0, 0x20, 4, 0n, 0n, 0], { 2: 4 }],
    path_link: [[3, 0, 0x20, 4, 3, 0x20, 4], { 2: 4, 5: 4 }],
    path_open: [[3, 0, 0x20, 4, 0, 0n, 0n, 0, 0x400], { 2: 4, 8: 4 }],
    path_readlink: [[3, 0x20, 4, 0x500, 64, 0x400], { 1: 4, 3: 64, 5: 4 }],
    path_remove_directory: [[3, 0x20, 4], { 1: 4 }],
    path_rename: [[3, 0x20, 4, 3, 0x20, 4], { 1: 4, 4: 4 }],
    path_symlink: [[0x20, 4, 3, 0x20, 4], { 0: 4, 3: 4 }],
    path_unlink_file: [[3, 0x20, 4], { 1: 4 }],
    poll_oneoff: [[0x600, 0x700, 1, 0x400], { 0: 48, 1: 32, 3: 4 }],
    random_get: [[0x400, 8], { 0: 8 }],
    sock_accept: [[1, 0, 0x400], { 2: 4 }],
    sock_recv: [[1, 0x10, 1, 0, 0x400, 0x404], { 1: 8, 4: 4, 5: 2 }],
    sock_send: [[1, 0x10, 1, 0, 0x400], { 1: 8, 4: 4 }],
  };

const withoutPointers =
  /^(adapter_\w+|fd_(advise|allocate|close|datasync|sync|renumber)|fd_fdstat_set_\w+|fd_filestat_set_\w+|proc_\w+|sched_yield|sock_shutdown)$/;

const cases = Object.entries(pointers).flatMap(([name, [args, sizes]]) =>
  Object.entries(sizes).map(([index, size]) => ({ name, args, index: Number(index), size })),
);

async function startFull(written: Uint8Array[]): Promise<Guest> {
  const grant: Grant = { args: ["a", "bc"], env: { A: "1" }, stdin: "input", clock: true, random: true };
  const guest = await startGuest(module, { ...grant, stdout: (chunk) => written.push(chunk) });
  putIovec(guest, 0x10, 0x20, 4);
  guest.view().setUint8(0x608, 2);
  guest.view().setUint32(0x610, 1, true);
  return guest;
}

test("every function has its pointers listed here, or has none", () => {
  const unlisted = [...preview1Signatures.keys()].filter((name) => !withoutPointers.test(name) && !(name in pointers));
  expect(unlisted).toEqual([]);
});

describe.each(cases)("$name, argument $index", ({ name, args, index, size }) => {
  test.each([
    ["at the very end", 0xffffffff],
    ["with its last byte outside", end - size + 1],
    ["at the first byte outside", end],
  ])("%s is EFAULT, and nothing happens", async (_, pointer) => {
    const written: Uint8Array[] = [];
    const guest = await startFull(written);
    const before = guest.bytes().slice();
    expect(guest.call(name, ...args.with(index, pointer))).toBe(fault);
    expect(guest.bytes()).toEqual(before);
    expect(written).toEqual([]);
    expect(guest.wasi.ended).toBeUndefined();
  });

  test("with its last byte inside is another matter", async () => {
    const guest = await startFull([]);
    expect(guest.call(name, ...args.with(index, end - size))).not.toBe(fault);
  });
});

test.each(["fd_write", "fd_pwrite", "fd_read", "fd_pread", "sock_recv", "sock_send"])(
  "%s looks at every region before it begins",
  async (name) => {
    const written: Uint8Array[] = [];
    const guest = await startFull(written);
    putIovec(guest, putIovec(guest, 0x10, 0x20, 4), end - 3, 4);
    const before = guest.bytes().slice();
    const { params } = preview1Signatures.get(name) ?? { params: [] };
    const args = params.map((type): number | bigint => (type === "i64" ? 0n : 0x400));
    const fd = name === "fd_read" || name === "fd_pread" ? 0 : 1;
    expect(guest.call(name, ...args.with(0, fd).with(1, 0x10).with(2, 2))).toBe(fault);
    expect(guest.bytes()).toEqual(before);
    expect(written).toEqual([]);
  },
);

test("a range of no bytes is inside wherever it is", async () => {
  const guest = await startFull([]);
  expect(guest.call("random_get", 0xffffffff, 0)).toBe(0);
  expect(guest.call("fd_write", 1, 0xffffffff, 0, 0x400)).toBe(0);
});

test("before a memory is bound every pointer is outside", async () => {
  const { imports, ended } = await createPreview1({ clock: true }, { name: "guest" });
  expect(imports["clock_time_get"]?.(0, 0n, 0)).toBe(fault);
  expect(imports["sched_yield"]?.()).toBe(0);
  expect(ended).toBeUndefined();
});
