import { join } from "node:path";
import { discoverTypedGuests } from "@polyplug/toolchains";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

test("a plugin beside a contract joins", async () => {
  const root = await temporaryFolder({
    "shout/world.wit": "",
    "shout/plugin.js": "",
    "shout/plugin.cpp": "",
    "shout/exports-shout.h": "",
    "shout/notes.txt": "",
    "echo/wit/world.wit": "",
    "echo/wit/deps/clock.wit": "",
    "echo/plugin.rs": "",
    "echo/plugin.c": "",
    // Contracts without a plugin, plugins without a contract, and what is neither.
    "soon/world.wit": "",
    "adder/c/plugin.c": "",
    "notes.txt": "",
  });
  const echo = { topic: "echo", folder: join(root, "echo"), wit: "wit" };
  const shout = { topic: "shout", folder: join(root, "shout"), wit: "world.wit" };
  expect(await discoverTypedGuests(root)).toEqual([
    { ...echo, language: "rust", files: ["plugin.rs"] },
    { ...echo, language: "c", files: ["plugin.c"] },
    { ...shout, language: "cpp", files: ["plugin.cpp", "exports-shout.h"] },
    { ...shout, language: "javascript", files: ["plugin.js"] },
  ]);
});

test("a folder that is not there has no guests", async () => {
  expect(await discoverTypedGuests(join(await temporaryFolder(), "cases"))).toEqual([]);
});

test.for([
  [
    "a language that nobody builds",
    { "shout/world.wit": "", "shout/plugin.zig": "" },
    "nobody builds plugin.zig, only plugin.rs, plugin.c, plugin.cpp, plugin.go, plugin.as.ts, plugin.js, plugin.ts",
  ],
  [
    "two contracts",
    { "shout/world.wit": "", "shout/wit/world.wit": "", "shout/plugin.c": "" },
    "it has two contracts, world.wit and wit",
  ],
] as const)("%s is refused", async ([, files, reason]) => {
  const root = await temporaryFolder(files);
  await expect(discoverTypedGuests(root)).rejects.toThrow(`cannot build ${join(root, "shout")}: ${reason}`);
});

test("what is no guest can be left out, and the others are there", async () => {
  const root = await temporaryFolder({
    "both/world.wit": "",
    "both/wit/world.wit": "",
    "both/plugin.c": "",
    "echo/world.wit": "",
    "echo/plugin.c": "",
    "echo/plugin.zig": "",
    "echo/plugin.swift": "",
  });
  const reasons: string[] = [];
  const guests = await discoverTypedGuests(root, ({ message }) => reasons.push(message));
  expect(guests.map(({ topic, language }) => `${topic}/${language}`)).toEqual(["echo/c"]);
  expect(reasons.sort()).toEqual([
    `cannot build ${join(root, "both")}: it has two contracts, world.wit and wit`,
    expect.stringContaining(`cannot build ${join(root, "echo")}: nobody builds plugin.swift, only plugin.rs`),
    expect.stringContaining(`cannot build ${join(root, "echo")}: nobody builds plugin.zig, only plugin.rs`),
  ]);
});
