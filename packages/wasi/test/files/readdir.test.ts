import { expect, test } from "vitest";
import { directory, E, regularFile, type Stat, startFileGuest, symbolicLink } from "./file-guest.ts";

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`file-${index}`, ""]));

test("a directory lists itself, what it is in, and its entries with their types and numbers", async () => {
  const guest = await startFileGuest({ file: "x", dir: {} });
  guest.symlink("file", "link");
  const ino = (name: string) => (guest.stat(name) as Stat).ino;
  expect(guest.entries()).toEqual([
    { name: ".", type: directory, ino: ino("."), next: 1n },
    { name: "..", type: directory, ino: ino("."), next: 2n },
    { name: "file", type: regularFile, ino: ino("file"), next: 3n },
    { name: "dir", type: directory, ino: ino("dir"), next: 4n },
    { name: "link", type: symbolicLink, ino: ino("link"), next: 5n },
  ]);
});

test.each([33, 40, 57, 100, 4096])("pages of %i bytes give every entry once", async (length) => {
  const guest = await startFileGuest(many(200));
  expect(guest.list(3, length)).toEqual(Object.keys(many(200)));
});

test("a page is full to its last byte as long as there is more, and shorter at the end", async () => {
  const guest = await startFileGuest({ abc: "" });
  const whole = guest.page(3, 1000, 0n) as Uint8Array;
  expect(whole).toHaveLength(25 + 26 + 27);
  for (let length = 0; length <= whole.length + 1; length++) {
    expect(guest.page(3, length, 0n)).toEqual(whole.slice(0, length));
  }
  expect(guest.page(3, 1000, 2n)).toEqual(whole.slice(51));
  expect(guest.page(3, 1000, 3n)).toEqual(new Uint8Array());
  expect(guest.page(3, 1000, 2n ** 64n - 1n)).toEqual(new Uint8Array());
});

test("what is there all the while comes once, whatever else comes and goes", async () => {
  const guest = await startFileGuest(many(50));
  const seen: string[] = [];
  const page = (cookie: bigint) => guest.page(3, 70, cookie) as Uint8Array;
  let cookie = 2n;
  for (let round = 0; ; round++) {
    const bytes = page(cookie);
    if (bytes.length < 32) break;
    const view = new DataView(bytes.buffer);
    seen.push(new TextDecoder().decode(bytes.subarray(24, 24 + view.getUint32(16, true))));
    cookie = view.getBigUint64(0, true);
    guest.unlink(`file-${round * 2}`);
    guest.unlink(`file-${round * 2 + 1}`);
    guest.mkdir(`new-${round}`);
    guest.rename(`new-${round}`, `newer-${round}`);
    if (round === 40) break;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((name) => name.startsWith("file-49"))).toEqual([]);
  expect(guest.list().every((name) => name.startsWith("newer-"))).toBe(true);
});

test("two descriptors of a directory list it each at its own pace", async () => {
  const guest = await startFileGuest({ dir: many(20) });
  const [one, two] = [guest.open("dir"), guest.open("dir")];
  const first = guest.page(one, 66, 2n);
  expect(guest.page(two, 66, 2n)).toEqual(first);
  expect(guest.list(two, 50)).toEqual(guest.list(one, 90));
});

test("only a directory is listed", async () => {
  const guest = await startFileGuest({ file: "x" });
  expect(guest.page(guest.open("file"), 100, 0n)).toBe(E.badf);
  expect(guest.page(1, 100, 0n)).toBe(E.badf);
  expect(guest.page(9, 100, 0n)).toBe(E.badf);
});
