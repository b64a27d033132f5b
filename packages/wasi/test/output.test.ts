import { type Grant, isEndSignal } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { type Guest, putIovec, startGuest } from "./guests/start-guest.ts";

async function startWriter(grant: Grant, text = "hello"): Promise<Guest> {
  const guest = await startGuest(allFunctions, grant);
  const bytes = new TextEncoder().encode(text);
  guest.bytes().set(bytes, 0x1000);
  putIovec(guest, 0x10, 0x1000, bytes.length);
  return guest;
}

function write(guest: Guest, fd = 1, regions = 1): number {
  expect(guest.call("fd_write", fd, 0x10, regions, 0x400)).toBe(0);
  return guest.view().getUint32(0x400, true);
}

test("a call is one chunk, put together from its regions, and it is the receiver's to keep", async () => {
  const chunks: Uint8Array[] = [];
  const guest = await startWriter({ stdout: (chunk) => chunks.push(chunk) });
  putIovec(guest, putIovec(guest, putIovec(guest, 0x10, 0x1003, 2), 0, 0), 0x1000, 3);
  expect(write(guest, 1, 3)).toBe(5);
  guest.bytes().fill(0);
  expect(chunks.map((chunk) => new TextDecoder().decode(chunk))).toEqual(["lohel"]);
  expect(chunks[0]?.buffer).not.toBe(guest.memory.buffer);
});

test("stdout and stderr go each its own way, to functions or to what has a write method", async () => {
  const out: string[] = [];
  const stream = {
    lines: [] as string[],
    write(chunk: Uint8Array): boolean {
      this.lines.push(new TextDecoder().decode(chunk));
      return false;
    },
  };
  const guest = await startWriter({ stdout: (chunk) => out.push(String(chunk.length)), stderr: { to: stream } });
  expect([write(guest, 1), write(guest, 2)]).toEqual([5, 5]);
  expect([out, stream.lines]).toEqual([["5"], ["hello"]]);
});

test("nothing is not handed on", async () => {
  const guest = await startWriter({ stdout: () => expect.unreachable("nothing was written") }, "");
  expect([write(guest), write(guest, 1, 0)]).toEqual([0, 0]);
});

test("an output is no terminal, unless it says that it is one", async () => {
  const guest = await startWriter({
    stdout: { write: () => true },
    stderr: { write: () => true, isTTY: true } as never,
  });
  const fdstat = [0, 1, 2].map((fd) => {
    guest.bytes().fill(0xff, 0x400, 0x418);
    expect(guest.call("fd_fdstat_get", fd, 0x400)).toBe(0);
    const view = guest.view();
    expect([0x401, 0x404, 0x405, 0x406, 0x407].map((padding) => view.getUint8(padding))).toEqual([0, 0, 0, 0, 0]);
    return [view.getUint8(0x400), view.getUint16(0x402, true), view.getBigUint64(0x408, true)];
  });
  const [read, write, others] = [1n << 1n, 1n << 6n, (1n << 3n) | (1n << 21n) | (1n << 27n)];
  expect(fdstat).toEqual([
    [0, 0, read | others],
    [0, 0, write | others],
    [2, 0, write | others],
  ]);
});

test.each([12, "12B"])("output beyond its bound is cut once and ends the plugin", async (maxBytes) => {
  const chunks: string[] = [];
  const guest = await startWriter({
    stdout: { to: (chunk) => chunks.push(new TextDecoder().decode(chunk)), maxBytes },
  });
  expect([write(guest), write(guest)]).toEqual([5, 5]);
  expect(() => write(guest)).toThrow(expect.toSatisfy(isEndSignal));
  expect(() => write(guest)).toThrow(expect.toSatisfy(isEndSignal));
  expect(chunks).toEqual(["hello", "hello", "he"]);
  expect(guest.wasi.ended).toMatchObject({
    kind: "fault",
    error: {
      code: "output-limit",
      message: "cannot write to stdout: limit stdout: 15 bytes used, 12 allowed",
      plugin: "guest",
    },
  });
});

test("up to its bound output is whole", async () => {
  const guest = await startWriter({ stdout: { to: () => undefined, maxBytes: 10 } });
  expect([write(guest), write(guest)]).toEqual([5, 5]);
  expect(guest.wasi.ended).toBeUndefined();
});

test("the bound is 1 MiB for all output together where the grant does not say", async () => {
  const taken = { out: 0, err: 0 };
  const guest = await startWriter({
    stdout: (chunk) => {
      taken.out += chunk.length;
    },
    stderr: (chunk) => {
      taken.err += chunk.length;
    },
  });
  putIovec(guest, 0x10, 0, 65_536);
  for (let call = 0; call < 16; call++) write(guest, 1 + (call % 2));
  expect(taken).toEqual({ out: 524_288, err: 524_288 });
  putIovec(guest, 0x10, 0, 1);
  expect(() => write(guest, 1)).toThrow(expect.toSatisfy(isEndSignal));
  expect(taken).toEqual({ out: 524_288, err: 524_288 });
  expect(guest.wasi.ended).toMatchObject({ error: { code: "output-limit", path: "limits.output" } });
});

test("a sink that fails ends the plugin with the cause kept", async () => {
  const cause = new Error("disk full");
  const guest = await startWriter({
    stderr: () => {
      throw cause;
    },
  });
  expect(() => write(guest, 2)).toThrow(expect.toSatisfy(isEndSignal));
  expect(guest.wasi.ended).toMatchObject({
    kind: "fault",
    error: { code: "trap", message: "cannot write to stderr: the host's sink failed: disk full", cause },
  });
});

test("a sink that enters the plugin again does not find the room unspent", async () => {
  const sizes: number[] = [];
  let guest: Guest | undefined;
  const sink = (chunk: Uint8Array): void => {
    sizes.push(chunk.length);
    if (sizes.length < 10 && guest !== undefined) write(guest);
  };
  guest = await startWriter({ stdout: { to: sink, maxBytes: 12 } });
  expect(() => guest && write(guest)).toThrow(expect.toSatisfy(isEndSignal));
  expect(sizes).toEqual([5, 5, 2]);
  expect(guest.wasi.ended).toMatchObject({ error: { code: "output-limit" } });
});

test("1,024 regions are taken, overlapping as they may, more are refused before any is looked at", async () => {
  const sizes: number[] = [];
  const guest = await startWriter({ stdout: { to: (chunk) => sizes.push(chunk.length), maxBytes: "64MiB" } });
  let at = 0;
  for (let region = 0; region < 8192; region++) at = putIovec(guest, at, 0, 65_536);
  expect(guest.call("fd_write", 1, 0, 8192, 0x400)).toBe(28);
  expect(guest.call("fd_write", 1, 0, 1025, 0x400)).toBe(28);
  // Not E21: that they lie outside is not found out.
  expect(guest.call("fd_write", 1, 0x8000_0000, 1025, 0x400)).toBe(28);
  expect(sizes).toEqual([]);
  expect(guest.call("fd_write", 1, 0, 1024, 0xfffc)).toBe(0);
  expect(guest.view().getUint32(0xfffc, true)).toBe(16 * 1024 * 1024);
  expect(sizes).toEqual([16 * 1024 * 1024]);
});
