import type { Grant } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { type Guest, putIovec, startGuest } from "./guests/start-guest.ts";

async function startReader(stdin: Grant["stdin"], ...lengths: number[]): Promise<Guest> {
  const guest = await startGuest(allFunctions, { stdin });
  let at = 0x10;
  for (const [index, length] of lengths.entries()) at = putIovec(guest, at, 0x1000 + index * 0x100, length);
  return guest;
}

function read(guest: Guest, regions = 1): number {
  expect(guest.call("fd_read", 0, 0x10, regions, 0x400)).toBe(0);
  return guest.view().getUint32(0x400, true);
}

test.each([["größe!"], [new TextEncoder().encode("größe!")]])(
  "stdin gives text and bytes until their end",
  async (stdin) => {
    const guest = await startReader(stdin, 5);
    expect(read(guest)).toBe(5);
    expect(guest.text(0x1000, 5)).toBe("grö\ufffd");
    expect(read(guest)).toBe(3);
    expect([...guest.bytes().slice(0x1000, 0x1003)]).toEqual([0x9f, 0x65, 0x21]);
    expect([read(guest), read(guest)]).toEqual([0, 0]);
  },
);

test("regions are filled one after the other, and no byte beyond", async () => {
  const guest = await startReader("abcdefg", 2, 0, 4);
  guest.bytes().fill(0x2e, 0x1000, 0x1300);
  expect(read(guest, 3)).toBe(6);
  expect([0x1000, 0x1100, 0x1200].map((at) => guest.text(at, 6))).toEqual(["ab....", "......", "cdef.."]);
});

test("a source is asked when the plugin reads, for what it reads, and no more after its end", async () => {
  const asked: number[] = [];
  const chunks = ["abc", "de", undefined, "never"].map((text) => text && new TextEncoder().encode(text));
  const source = {
    read(maxBytes: number): Uint8Array | undefined {
      asked.push(maxBytes);
      return chunks.shift() || undefined;
    },
  };
  const guest = await startReader(source, 2);
  expect(asked).toEqual([]);
  expect([read(guest), read(guest), read(guest), read(guest), read(guest)]).toEqual([2, 1, 2, 0, 0]);
  expect(asked).toEqual([2, 2, 2]);
});

test("a read of nothing takes nothing from the source", async () => {
  const source = { read: () => expect.unreachable("asked for nothing") };
  const guest = await startReader(source, 0);
  expect(read(guest, 1)).toBe(0);
  expect(read(guest, 0)).toBe(0);
  expect(guest.wasi.ended).toBeUndefined();
});

test("a source that has nothing yet is EAGAIN", async () => {
  const guest = await startReader({ read: () => new Uint8Array() }, 4);
  expect(guest.call("fd_read", 0, 0x10, 1, 0x400)).toBe(6);
});

test("a source that fails ends the plugin with the cause kept", async () => {
  const cause = new Error("disk on fire");
  const guest = await startReader({ read: () => Promise.resolve() as never }, 4);
  expect(() => guest.call("fd_read", 0, 0x10, 1, 0x400)).toThrow();
  expect(guest.wasi.ended).toMatchObject({
    kind: "fault",
    error: {
      code: "trap",
      message:
        "cannot read from stdin: the host's source gave a value of type object, expected a Uint8Array or undefined",
    },
  });
  const other = await startReader(
    {
      read: () => {
        throw cause;
      },
    },
    4,
  );
  expect(() => other.call("fd_read", 0, 0x10, 1, 0x400)).toThrow();
  expect(other.wasi.ended).toMatchObject({
    error: { message: "cannot read from stdin: the host's source failed: disk on fire", cause, plugin: "guest" },
  });
});
