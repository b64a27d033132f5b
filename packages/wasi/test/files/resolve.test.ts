import { expect, test } from "vitest";
import {
  directory,
  E,
  type FileGuest,
  follow,
  O,
  regularFile,
  startFileGuest,
  symbolicLink,
  write,
} from "./file-guest.ts";

/** Every way to get at a node by a path, with the error number of each. */
function attempts(guest: FileGuest, path: string | Uint8Array): number[] {
  const open = guest.open(path, { lookup: follow });
  const text = typeof path === "string" ? path : "unused";
  const stat = guest.stat(text, follow);
  return [-open, typeof stat === "number" ? stat : 0];
}

async function startInside(): Promise<FileGuest> {
  const guest = await startFileGuest({ in: { "file.txt": "inside", sub: { deep: "deep" } }, secret: "outside" });
  expect(guest.open("in", { flags: O.directory })).toBe(4);
  return guest;
}

test("a directory does not let paths out of it, though there is something outside", async () => {
  const guest = await startInside();
  const outside = ["..", "../secret", "sub/../../secret", "./../secret", "/secret", "/", "sub/../..", "../in/file.txt"];
  for (const path of outside) {
    expect([path, guest.open(path, {}, 4)]).toEqual([path, -E.notcapable]);
    expect(guest.stat(path, follow, 4)).toBe(E.notcapable);
    expect(guest.mkdir(path, 4)).toBe(E.notcapable);
    expect(guest.unlink(path, 4)).toBe(E.notcapable);
    expect(guest.rename("file.txt", path, 4)).toBe(E.notcapable);
    expect(guest.link("file.txt", path, 4)).toBe(E.notcapable);
    expect(guest.symlink("file.txt", path, 4)).toBe(E.notcapable);
  }
  expect(guest.content("secret")).toBe("outside");
  expect(guest.list(4)).toEqual(["file.txt", "sub"]);
});

test("two symlinks that lead out together lead nowhere", async () => {
  const guest = await startInside();
  expect(guest.symlink(".", "s", 4)).toBe(0);
  expect(guest.symlink("s/../../secret", "l", 4)).toBe(0);
  expect(guest.symlink("s/../secret", "m", 4)).toBe(0);
  expect(guest.open("l", { lookup: follow }, 4)).toBe(-E.notcapable);
  expect(guest.open("m", { lookup: follow }, 4)).toBe(-E.notcapable);
  expect(guest.open("s/s/s/../secret", { lookup: follow }, 4)).toBe(-E.notcapable);
  expect(guest.content("in/s/file.txt")).toBe("inside");
});

test("a symlink that leads out of one directory may lead within the one that is opened", async () => {
  const guest = await startInside();
  expect(guest.symlink("../secret", "up", 4)).toBe(0);
  expect(guest.open("up", { lookup: follow }, 4)).toBe(-E.notcapable);
  expect(guest.content("in/up")).toBe("outside");
});

test("symlinks to absolute paths cannot be made", async () => {
  const guest = await startFileGuest({});
  expect(guest.symlink("/etc/passwd", "l")).toBe(E.notcapable);
  expect(guest.symlink("", "l")).toBe(E.noent);
  expect(guest.symlink("a\0b", "l")).toBe(E.inval);
  expect(guest.symlink(new Uint8Array([0xff]), "l")).toBe(E.ilseq);
  expect(guest.list()).toEqual([]);
});

test("40 symlinks are followed and 41 are not", async () => {
  const guest = await startFileGuest({ file: "found" });
  guest.symlink("file", "l1");
  for (let hop = 2; hop <= 41; hop++) guest.symlink(`l${hop - 1}`, `l${hop}`);
  expect(guest.content("l40")).toBe("found");
  expect(guest.content("l41")).toBe(-E.loop);
  guest.symlink("round", "round");
  expect(attempts(guest, "round")).toEqual([E.loop, E.loop]);
  expect(attempts(guest, "round/x")).toEqual([E.loop, E.loop]);
});

test("a dangling symlink is there and leads nowhere", async () => {
  const guest = await startFileGuest({});
  expect(guest.symlink("nowhere", "l")).toBe(0);
  expect(attempts(guest, "l")).toEqual([E.noent, E.noent]);
  expect(guest.stat("l")).toMatchObject({ type: symbolicLink, size: 7 });
  expect(guest.readlink("l")).toBe("nowhere");
  expect(guest.open("l", { flags: O.creat | O.excl, lookup: follow, rights: write })).toBe(-E.exist);
  expect(guest.mkdir("l")).toBe(E.exist);
  expect(guest.open("l", { flags: O.creat, lookup: follow, rights: write })).toBe(4);
  expect(guest.list()).toEqual(["l", "nowhere"]);
});

test("names are UTF-8 without NUL, and differ byte for byte", async () => {
  const guest = await startFileGuest({});
  expect(guest.mkdir(new Uint8Array([0x61, 0xc3]))).toBe(E.ilseq);
  expect(guest.mkdir(new Uint8Array([0xed, 0xa0, 0x80]))).toBe(E.ilseq);
  expect(guest.mkdir("a\0b")).toBe(E.inval);
  expect(guest.mkdir("")).toBe(E.noent);
  const names = ["é", "e\u0301", "A", "a", "__proto__", "constructor", "\ufeffbom", "bom"];
  for (const name of names) expect(guest.mkdir(name)).toBe(0);
  expect(guest.list()).toEqual(names);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

test("a name has up to 255 bytes", async () => {
  const guest = await startFileGuest({});
  expect(guest.mkdir("n".repeat(255))).toBe(0);
  expect(guest.mkdir("n".repeat(256))).toBe(E.nametoolong);
  expect(guest.mkdir("ä".repeat(127))).toBe(0);
  expect(guest.mkdir("ä".repeat(128))).toBe(E.nametoolong);
  expect(guest.stat("n".repeat(256))).toBe(E.nametoolong);
});

test("a path has up to 4,095 bytes", async () => {
  const guest = await startFileGuest({ f: "x" });
  expect(guest.stat(`${"./".repeat(2047)}f`)).toMatchObject({ type: regularFile });
  expect(guest.stat(`${"./".repeat(2047)}/f`)).toBe(E.nametoolong);
  const within = `${"./".repeat(1500)}f`;
  guest.symlink(within, "l");
  expect(guest.stat("l")).toMatchObject({ size: within.length });
  expect(guest.stat("l", follow)).toMatchObject({ type: regularFile });
});

test.each([
  ["file", E.success, regularFile],
  ["./file", E.success, regularFile],
  ["dir//sub/..//../file", E.success, regularFile],
  ["dir/", E.success, directory],
  ["dir/sub/.", E.success, directory],
  ["to-dir/", E.success, directory],
  ["to-dir", E.success, symbolicLink],
  ["to-dir/sub", E.success, directory],
  [".", E.success, directory],
  ["dir/..", E.success, directory],
  ["file/", E.notdir, 0],
  ["file/.", E.notdir, 0],
  ["file/x", E.notdir, 0],
  ["to-file/", E.notdir, 0],
  ["none", E.noent, 0],
  ["none/x", E.noent, 0],
  ["none/..", E.noent, 0],
])("%s is found as POSIX has it", async (path, errno, type) => {
  const guest = await startFileGuest({ file: "x", dir: { sub: {} } });
  guest.symlink("dir", "to-dir");
  guest.symlink("file", "to-file");
  expect(guest.stat(path)).toEqual(errno === 0 ? expect.objectContaining({ type }) : errno);
});
