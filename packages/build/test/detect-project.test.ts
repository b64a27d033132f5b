import { join } from "node:path";
import { detectProject } from "@polyplug/build";
import { expect, test } from "vitest";
import { contract, projectFolder, shout } from "./project-folder.ts";

const wit = { "world.wit": contract };

test.for([
  ["rust", "Cargo.toml"],
  ["go", "go.mod"],
  ["assemblyscript", "asconfig.json"],
  ["cpp", "plugin.cpp"],
  ["cpp", "src/deep/anything.cpp"],
  ["c", "anything.c"],
  ["c", "src/plugin.c"],
  ["typescript", "plugin.ts"],
  ["typescript", "src/plugin.ts"],
  ["javascript", "plugin.js"],
  ["javascript", "src/plugin.js"],
] as const)("a plugin in %s is told by %s", async ([language, file]) => {
  const folder = await projectFolder({
    ...wit,
    [file]: "",
    "test/native.c": "",
    "node_modules/a/a.c": "",
    "main.js": "",
  });
  expect(await detectProject(folder)).toMatchObject({ folder, language, wit: "world.wit", name: "my plügin" });
});

test("AssemblyScript has sources that end as those of TypeScript", async () => {
  const folder = await projectFolder({ ...wit, "asconfig.json": "{}", "plugin.ts": "" });
  expect(await detectProject(folder)).toMatchObject({ language: "assemblyscript", title: "AssemblyScript" });
});

test("two languages are told apart by polyplug.json, and none is an error", async () => {
  const files = { ...wit, "plugin.c": "", "plugin.js": "" };
  await expect(detectProject(await projectFolder(files))).rejects.toThrow(
    'cannot build my plügin: it has plugin.c (C) and plugin.js (JavaScript): say in polyplug.json which "language" it is',
  );
  const told = { ...files, "polyplug.json": '{ "language": "c" }' };
  expect(await detectProject(await projectFolder(told))).toMatchObject({ language: "c" });
  await expect(detectProject(await projectFolder(wit))).rejects.toThrow(
    "cannot build my plügin: there is no plugin: of Cargo.toml (Rust), go.mod (Go), asconfig.json (AssemblyScript), " +
      "*.cpp (C++), *.c (C), plugin.ts (TypeScript), plugin.js (JavaScript) the folder has none",
  );
  const nowhere = join(await projectFolder(wit), "nowhere");
  await expect(detectProject(nowhere)).rejects.toThrow(`cannot read ${nowhere}: there is no such folder`);
});

test("everything has a default, then comes polyplug.json, then what is given", async () => {
  const manifest = { "package.json": '{ "name": "@acme/shout" }' };
  const plain = await detectProject(await shout("c", manifest));
  expect(plain).toMatchObject({ name: "shout", wit: "wit", world: undefined, lowering: "core", title: "C" });
  expect(await detectProject(await shout("typescript"))).toMatchObject({ lowering: "component" });

  const settings = { name: "loud", world: "text-filter", wit: "../my plügin/wit", lowering: "both" };
  const folder = await shout("c", { ...manifest, "polyplug.json": JSON.stringify(settings) });
  expect(await detectProject(folder)).toMatchObject(settings);
  const given = { name: "quiet", lowering: "component", world: undefined } as const;
  expect(await detectProject(folder, given)).toMatchObject({ ...settings, name: "quiet", lowering: "component" });
});

test.for([
  ["[]", "/polyplug.json: it is no JSON object"],
  ["{ name: 1 }", "/polyplug.json: "],
  [
    '{ "nmae": "a" }',
    'cannot read polyplug.json: there is no setting "nmae", only language, world, wit, name, lowering',
  ],
  ['{ "name": 1 }', "cannot read polyplug.json: name is a text, and not 1"],
  ['{ "lowering": "cor" }', 'cannot read polyplug.json: lowering is one of core, component, both, and not "cor"'],
  ['{ "language": "cobol" }', "language is one of rust, go, assemblyscript, cpp, c, typescript, javascript"],
  ['{ "name": "../a" }', 'cannot build my plügin: "../a" is no name for a file: say another "name" in polyplug.json'],
  ['{ "wit": "wits" }', "cannot build my plügin: there is no wits, where its contract is said to be"],
] as const)("polyplug.json with %s is refused", async ([text, message]) => {
  await expect(detectProject(await shout("c", { "polyplug.json": text }))).rejects.toThrow(message);
});

test("a folder without a contract is refused", async () => {
  await expect(detectProject(await projectFolder({ "plugin.js": "" }))).rejects.toThrow(
    "cannot build my plügin: it has no contract: there is neither a folder wit nor a file world.wit",
  );
});
