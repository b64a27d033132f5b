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
  expect(guests).toMatchObject([
    { topic: "adder", adapter: { language: "c" }, targets: ["wasm32-wasip1"] },
    { topic: "adder", adapter: { language: "rust" }, targets: ["wasm32-unknown-unknown", "wasm32-wasip1"] },
  ]);
});

test("a guest may narrow its targets", async () => {
  const root = await temporaryFolder({
    "examples/adder/rust/plugin.rs": "",
    "examples/adder/rust/guest.json": '{ "targets": ["wasm32-wasip1"] }',
  });
  expect(await discoverGuests(root)).toMatchObject([{ targets: ["wasm32-wasip1"] }]);
});

test("no guest at all is refused", async () => {
  await expect(discoverGuests(await temporaryFolder())).rejects.toThrow("there is none");
});

test.for([
  [
    "a language without an adapter",
    { "examples/adder/zig/plugin.zig": "" },
    "cannot build examples/adder/zig: no adapter builds zig, only rust, c, cpp, go, assemblyscript",
  ],
  [
    "a language's folder without a plugin",
    { "examples/adder/c/main.c": "" },
    "cannot build examples/adder/c: a guest is a folder with a file plugin.*, and there is none",
  ],
  [
    "a target of another language",
    guestJson('{ "targets": ["wasm32"] }'),
    "cannot read examples/adder/c/guest.json: C is built for wasm32-wasip1 only",
  ],
  [
    "an empty list of targets",
    guestJson('{ "targets": [] }'),
    "cannot read examples/adder/c/guest.json: targets is a list of at least one",
  ],
  ["null", guestJson("null"), "cannot read examples/adder/c/guest.json: targets is a list of at least one"],
  [
    "an unknown key",
    guestJson('{ "target": ["wasm32-wasip1"] }'),
    "cannot read examples/adder/c/guest.json: unknown key target, only targets is known",
  ],
  ["what is not JSON", guestJson("targets"), /^cannot read examples\/adder\/c\/guest\.json: Unexpected token/],
] as const)("%s is that folder's error, and the others are found", async ([, files, message]) => {
  const root = await temporaryFolder({ ...files, "examples/adder/rust/plugin.rs": "" });
  const [broken, fine] = await discoverGuests(root).then((found) =>
    [...found].sort((a, b) => Number("adapter" in a) - Number("adapter" in b)),
  );
  expect(broken).toMatchObject({ topic: "adder", error: { name: "BuildError" } });
  expect(broken).toHaveProperty(
    "error.message",
    typeof message === "string" ? message : expect.stringMatching(message),
  );
  expect(fine).toMatchObject({ topic: "adder", adapter: { language: "rust" } });
});

function guestJson(content: string) {
  return { "examples/adder/c/plugin.c": "", "examples/adder/c/guest.json": content };
}
