import { discoverGuests } from "@polyplug/toolchains";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

test("a folder with a plugin joins, for all targets of its language", async () => {
  const root = await temporaryFolder({
    "examples/adder/rust/plugin.rs": "",
    "examples/adder/c/plugin.c": "",
    "examples/adder/python/add.py": "",
    "examples/panic/README.md": "",
  });
  const guests = await discoverGuests(root);
  expect(guests.map(({ topic, adapter, targets }) => [topic, adapter.language, targets])).toEqual([
    ["adder", "c", ["wasm32-wasip1"]],
    ["adder", "rust", ["wasm32-unknown-unknown", "wasm32-wasip1"]],
  ]);
});

test("a guest may narrow its targets", async () => {
  const root = await temporaryFolder({
    "examples/adder/rust/plugin.rs": "",
    "examples/adder/rust/guest.json": '{ "targets": ["wasm32-wasip1"] }',
  });
  expect(await discoverGuests(root)).toMatchObject([{ targets: ["wasm32-wasip1"] }]);
});

test.for([
  ["no guest at all", {}, "there is none"],
  [
    "a language without an adapter",
    { "examples/adder/zig/plugin.zig": "" },
    "no adapter builds zig, only rust, c, cpp, go",
  ],
  [
    "a language's folder without a plugin",
    { "examples/adder/c/main.c": "" },
    "a guest is a folder with a file plugin.*",
  ],
  ["a target of another language", guestJson('{ "targets": ["wasm32"] }'), "C is built for wasm32-wasip1 only"],
  ["an empty list of targets", guestJson('{ "targets": [] }'), "targets is a list of at least one"],
  ["an unknown key", guestJson('{ "target": ["wasm32-wasip1"] }'), "unknown key target"],
] as const)("%s is refused", async ([, files, reason]) => {
  await expect(discoverGuests(await temporaryFolder(files))).rejects.toThrow(reason);
});

function guestJson(content: string) {
  return { "examples/adder/c/plugin.c": "", "examples/adder/c/guest.json": content };
}
