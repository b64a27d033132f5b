import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { type Guest, putIovec, startGuest } from "./guests/start-guest.ts";

const [success, badf, notcapable] = [0, 8, 76];

async function startTwo(): Promise<{ guest: Guest; written: string[]; write: (fd: number) => number }> {
  const written: string[] = [];
  const guest = await startGuest(allFunctions, {
    stdout: () => written.push("stdout"),
    stderr: () => written.push("stderr"),
  });
  putIovec(guest, 0x10, 0x20, 4);
  return { guest, written, write: (fd) => guest.call("fd_write", fd, 0x10, 1, 0x400) };
}

test("closing 0 to 2 closes them for the plugin alone", async () => {
  const { guest, written, write } = await startTwo();
  for (const fd of [0, 1, 2]) expect([guest.call("fd_close", fd), guest.call("fd_close", fd)]).toEqual([success, badf]);
  expect([write(1), write(2), guest.call("fd_read", 0, 0x10, 1, 0x400)]).toEqual([badf, badf, badf]);
  expect(written).toEqual([]);
});

test("renumbering moves a descriptor onto an open one", async () => {
  const { guest, written, write } = await startTwo();
  expect(guest.call("fd_renumber", 2, 1)).toBe(success);
  expect([write(1), write(2)]).toEqual([success, badf]);
  expect(written).toEqual(["stderr"]);
});

test("renumbering onto itself changes nothing", async () => {
  const { guest, write } = await startTwo();
  expect(guest.call("fd_renumber", 1, 1)).toBe(success);
  expect(write(1)).toBe(success);
});

test.each([
  [1, 3],
  [3, 1],
  [3, 3],
  [1, -1],
])("renumbering %i to %i needs both to be open", async (from, to) => {
  const { guest, write } = await startTwo();
  expect(guest.call("fd_renumber", from, to)).toBe(badf);
  expect(write(1)).toBe(success);
});

test("rights can be dropped and do not come back", async () => {
  const { guest } = await startTwo();
  const write = 1n << 6n;
  expect(guest.call("fd_fdstat_set_rights", 1, write, 0n)).toBe(success);
  guest.call("fd_fdstat_get", 1, 0x400);
  expect(guest.view().getBigUint64(0x408, true)).toBe(write);
  expect(guest.call("fd_fdstat_set_rights", 1, write | (1n << 27n), 0n)).toBe(notcapable);
  expect(guest.call("fd_fdstat_set_rights", 1, write, 1n)).toBe(notcapable);
  expect(guest.call("fd_fdstat_set_rights", 1, -1n, 0n)).toBe(notcapable);
});

test("flags are found again", async () => {
  const { guest } = await startTwo();
  expect(guest.call("fd_fdstat_set_flags", 1, 5)).toBe(success);
  guest.call("fd_fdstat_get", 1, 0x400);
  expect(guest.view().getUint16(0x402, true)).toBe(5);
});

test("a stream's attributes are its type and zeros", async () => {
  const { guest } = await startTwo();
  guest.bytes().fill(0xff, 0x400, 0x448);
  guest.call("fd_filestat_get", 1, 0x400);
  expect([...guest.bytes().slice(0x400, 0x448)]).toEqual([...Array(64).fill(0), ...Array(8).fill(0xff)]);
});

test("a path of 4,095 bytes is looked at, a longer one is too long", async () => {
  const { guest } = await startTwo();
  expect(guest.call("path_unlink_file", 3, 0, 4095)).toBe(badf);
  expect(guest.call("path_unlink_file", 3, 0, 4096)).toBe(37);
  expect(guest.call("path_unlink_file", 3, 0, -1)).toBe(37);
});
