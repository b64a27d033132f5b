import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { printContract, printDeclarations, printGuest } from "@polyplug/typings";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryWorld } from "./arbitrary-world.ts";
import { checkFormat, compile, inFolder } from "./compiler.ts";

const word = fc.oneof(
  fc.constantFrom("new", "constructor", "class", "this", "default", "type", "name", "error", "disposable", "partial"),
  fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/),
  fc.stringMatching(/^[A-Z][A-Z0-9]{0,9}$/),
);
const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join("-"));
const version = fc.constantFrom("", "@1.0.0", "@1.2.0", "@2.0.0", "@0.1.0", "@0.1.1");
const id = fc
  .tuple(fc.constantFrom("a:b/", "a:c/", "d:b/", "wasi:io/", ""), label, version)
  .map(([owner, name, suffix]) => (owner === "" ? name : `${owner}${name.toLowerCase()}${suffix}`));
const comment = fc.constantFrom(
  "A word.",
  "Some words, on\ntwo lines.\n",
  "One\n\n- two\n- three",
  "`code` */ and @tags",
);

test("whatever the world, what is written compiles, and the formatter would leave it as it is", async () => {
  const worlds = fc.sample(arbitraryWorld({ label, id, comment }), { numRuns: 300, seed: 1 });
  await inFolder(async (folder) => {
    const files = worlds.flatMap(({ world, docs }, index) => [
      {
        file: join(folder, `world-${index}.contract.ts`),
        text: printContract({ world, docs, binary: new Uint8Array(90) }),
      },
      { file: join(folder, `world-${index}.d.wasm.ts`), text: printDeclarations({ world, docs }) },
    ]);
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const { file, text } of files) await writeFile(file, text);
    expect(await checkFormat(folder)).toEqual([]);
    expect(await compile(files.map(({ file }) => file))).toEqual([]);
  });
});

test("whatever the world, so is what the author of a plugin has of it", async () => {
  const worlds = fc.sample(arbitraryWorld({ label, id, comment }), { numRuns: 200, seed: 2 });
  await inFolder(async (folder) => {
    const files = await Promise.all(
      worlds.map(async ({ world, docs }, index) => {
        const file = join(folder, `world-${index}.d.ts`);
        await writeFile(file, printGuest({ world, docs }));
        return file;
      }),
    );
    expect(await checkFormat(folder)).toEqual([]);
    // One by one, since they declare modules of the same names.
    for (const file of files.slice(0, 12)) expect(await compile([file])).toEqual([]);
  });
});
