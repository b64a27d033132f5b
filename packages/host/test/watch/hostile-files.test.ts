import { execFile } from "node:child_process";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { watchPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";
import { folderWith, Told } from "./watched-file.ts";

interface Version {
  version(): number;
}

const version = (n: number): Uint8Array => wat(`(module (func (export "version") (result i32) i32.const ${n}))`);

const run = promisify(execFile);

test.for<[string, (file: string) => Promise<unknown>, string]>([
  ["a folder", (file) => mkdir(file), "it is a directory"],
  ["a pipe that nobody writes to", (file) => run("mkfifo", [file]), "it is not a regular file"],
  ["a link to itself", (file) => symlink(file, file), "its symbolic links lead round in a circle"],
  ["an empty file", (file) => writeFile(file, ""), "it is empty"],
])("%s in the file's place is told of, and what comes after it is swapped in", async ([, put, reason]) => {
  await using folder = await folderWith("shout.wasm", version(1));
  const told = new Told();
  await using watched = await watchPlugin<Version>(folder.file, told.hooks);
  await rm(folder.file);
  await put(folder.file);
  await told.until(0, 1);
  expect(told.failures[0]?.reason).toBe(reason);
  expect(watched.exports.version()).toBe(1);
  await rm(folder.file, { recursive: true });
  await writeFile(folder.file, version(2));
  await told.until(1, 1);
  expect(watched.exports.version()).toBe(2);
});

test("a folder that becomes a link to itself, and then a folder again, is watched on", async () => {
  await using folder = await folderWith("other.wasm", version(0));
  const dist = join(folder.path, "dist");
  await mkdir(dist);
  await writeFile(join(dist, "shout.wasm"), version(1));
  const told = new Told();
  await using watched = await watchPlugin<Version>(join(dist, "shout.wasm"), told.hooks);
  await rm(dist, { recursive: true });
  await symlink(dist, dist);
  await told.until(0, 1);
  expect(told.failures[0]?.reason).toBe("its symbolic links lead round in a circle");
  await rm(dist);
  await mkdir(dist);
  await writeFile(join(dist, "shout.wasm"), version(2));
  await told.until(1, 1);
  expect(watched.exports.version()).toBe(2);
});

test("folders that come and go as quickly as they can are watched on", async () => {
  await using folder = await folderWith("next.wasm", version(2));
  const file = join(folder.path, "build/dist/shout.wasm");
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, version(1));
  const told = new Told();
  await using watched = await watchPlugin<Version>(file, told.hooks);
  const build = "rm -rf build; mkdir -p build/dist; cp next.wasm build/dist/shout.wasm";
  await run("sh", ["-c", `for i in $(seq 100); do ${build}; done`], { cwd: folder.path });
  await told.until(1, 0);
  expect([watched.exports.version(), told.failures]).toEqual([2, []]);
});

test.each([
  "file://[",
  "file://elsewhere/shout.wasm",
  "file:///a%2Fb.wasm",
  "file:///%zz",
  new URL("file://elsewhere/a"),
])("%s is no file that can be watched", async (path) => {
  expect(await failure(() => watchPlugin(path))).toMatchObject({ code: "bad-argument", path: "path" });
});

test("a signal that is none is refused before anything is watched", async () => {
  await using folder = await folderWith("shout.wasm", version(1));
  const options = { signal: {} as AbortSignal };
  expect((await failure(() => watchPlugin(folder.file, options))).reason).toBe("signal must be an AbortSignal");
});
