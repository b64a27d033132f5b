import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { putIovec, startGuest } from "./guests/start-guest.ts";

const [success, badf, inval, notdir, notsock, spipe, notcapable] = [0, 8, 28, 54, 57, 70, 76];

/** With sane arguments and no grant. 0x400 is room for results, 0x10 an iovec of four bytes at 0x20. */
const answers: readonly (readonly [name: string, args: readonly (number | bigint)[], errno: number])[] = [
  ["args_get", [0x400, 0x500], success],
  ["args_sizes_get", [0x400, 0x404], success],
  ["environ_get", [0x400, 0x500], success],
  ["environ_sizes_get", [0x400, 0x404], success],
  ["clock_res_get", [0, 0x400], notcapable],
  ["clock_time_get", [1, 1n, 0x400], notcapable],
  ["fd_advise", [3, 0n, 0n, 0], badf],
  ["fd_advise", [1, 0n, 0n, 6], inval],
  ["fd_allocate", [3, 0n, 8n], badf],
  ["fd_datasync", [1], badf],
  ["fd_fdstat_get", [0, 0x400], success],
  ["fd_fdstat_get", [3, 0x400], badf],
  ["fd_fdstat_set_flags", [1, 4], success],
  ["fd_fdstat_set_flags", [1, 16], inval],
  ["fd_fdstat_set_flags", [1, 32], inval],
  ["fd_fdstat_set_flags", [3, 0], badf],
  ["fd_fdstat_set_rights", [1, 0x8200040n, 0n], success],
  ["fd_filestat_get", [2, 0x400], success],
  ["fd_filestat_get", [3, 0x400], badf],
  ["fd_filestat_set_size", [1, 8n], badf],
  ["fd_filestat_set_times", [1, 0n, 0n, 2], badf],
  ["fd_filestat_set_times", [1, 0n, 0n, 3], inval],
  ["fd_pread", [0, 0x10, 1, 0n, 0x400], spipe],
  ["fd_pread", [1, 0x10, 1, 0n, 0x400], badf],
  ["fd_prestat_get", [3, 0x400], badf],
  ["fd_prestat_get", [1, 0x400], badf],
  ["fd_prestat_dir_name", [3, 0x400, 8], badf],
  ["fd_prestat_dir_name", [1, 0x400, 8], notdir],
  ["fd_pwrite", [1, 0x10, 1, 0n, 0x400], spipe],
  ["fd_pwrite", [0, 0x10, 1, 0n, 0x400], badf],
  ["fd_read", [0, 0x10, 1, 0x400], success],
  ["fd_read", [1, 0x10, 1, 0x400], badf],
  ["fd_readdir", [1, 0x500, 64, 0n, 0x400], badf],
  ["fd_renumber", [1, 3], badf],
  ["fd_seek", [1, 0n, 1, 0x400], spipe],
  ["fd_seek", [1, 0n, 3, 0x400], inval],
  ["fd_seek", [3, 0n, 0, 0x400], badf],
  ["fd_sync", [1], badf],
  ["fd_tell", [1, 0x400], spipe],
  ["fd_tell", [3, 0x400], badf],
  ["fd_write", [1, 0x10, 1, 0x400], success],
  ["fd_write", [0, 0x10, 1, 0x400], badf],
  ["fd_write", [3, 0x10, 1, 0x400], badf],
  ["path_create_directory", [3, 0x20, 4], badf],
  ["path_filestat_get", [3, 0, 0x20, 4, 0x400], badf],
  ["path_filestat_set_times", [3, 0, 0x20, 4, 0n, 0n, 0], badf],
  ["path_filestat_set_times", [3, 0, 0x20, 4, 0n, 0n, 12], inval],
  ["path_link", [3, 0, 0x20, 4, 3, 0x20, 4], badf],
  ["path_open", [3, 0, 0x20, 4, 0, 0n, 0n, 0, 0x400], badf],
  ["path_readlink", [3, 0x20, 4, 0x500, 64, 0x400], badf],
  ["path_remove_directory", [3, 0x20, 4], badf],
  ["path_rename", [3, 0x20, 4, 3, 0x20, 4], badf],
  ["path_symlink", [0x20, 4, 3, 0x20, 4], badf],
  ["path_unlink_file", [3, 0x20, 4], badf],
  ["poll_oneoff", [0x600, 0x700, 0, 0x400], inval],
  ["proc_raise", [31], inval],
  ["sched_yield", [], success],
  ["random_get", [0x400, 8], notcapable],
  ["sock_accept", [1, 0, 0x400], notsock],
  ["sock_accept", [3, 0, 0x400], badf],
  ["sock_recv", [1, 0x10, 1, 0, 0x400, 0x404], notsock],
  ["sock_recv", [3, 0x10, 1, 0, 0x400, 0x404], badf],
  ["sock_send", [1, 0x10, 1, 0, 0x400], notsock],
  ["sock_send", [3, 0x10, 1, 0, 0x400], badf],
  ["sock_shutdown", [1, 3], notsock],
  ["sock_shutdown", [3, 3], badf],
  ["fd_close", [2], success],
  ["fd_close", [2], badf],
];

test("without a grant every function answers as the specification has it", async () => {
  const guest = await startGuest(allFunctions);
  putIovec(guest, 0x10, 0x20, 4);
  const got = answers.map(([name, args]) => [name, args, guest.call(name, ...args)]);
  expect(got).toEqual(answers);
  expect(() => guest.call("proc_exit", 0)).toThrow();
  const called = new Set([...answers.map(([name]) => name), "proc_exit"]);
  expect(called.size).toBe(46);
});

test("what was refused for want of a grant is noted, and nothing else", async () => {
  const guest = await startGuest(allFunctions);
  guest.call("args_sizes_get", 0x400, 0x404);
  guest.call("fd_prestat_get", 3, 0x400);
  guest.call("fd_write", 1, 0x10, 1, 0x400);
  expect([...guest.wasi.denied]).toEqual([]);
  guest.call("clock_time_get", 0, 0n, 0x400);
  guest.call("random_get", 0x400, 8);
  guest.call("path_unlink_file", 3, 0x20, 4);
  guest.call("sock_shutdown", 1, 0);
  expect([...guest.wasi.denied]).toEqual(["clock", "random", "files", "sockets"]);
});

test("arguments and environment are empty", async () => {
  const guest = await startGuest(allFunctions);
  guest.bytes().fill(0xff, 0x400, 0x410);
  guest.call("args_sizes_get", 0x400, 0x404);
  guest.call("environ_sizes_get", 0x408, 0x40c);
  expect([...guest.bytes().slice(0x400, 0x410)]).toEqual(Array(16).fill(0));
});

test("what is written vanishes, however much, and stdin is at its end", async () => {
  const guest = await startGuest(allFunctions);
  putIovec(guest, 0x10, 0, 65_536);
  for (let call = 0; call < 64; call++) expect(guest.call("fd_write", 1, 0x10, 1, 0x400)).toBe(0);
  expect(guest.view().getUint32(0x400, true)).toBe(65_536);
  expect(guest.call("fd_read", 0, 0x10, 1, 0x400)).toBe(0);
  expect(guest.view().getUint32(0x400, true)).toBe(0);
});
