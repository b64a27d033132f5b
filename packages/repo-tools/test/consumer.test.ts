import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { installedPackages, installedSize, typecheck } from "@polyplug/repo-tools";
import { afterEach, beforeEach, expect, test } from "vitest";

const strict = { lib: ["es2023"], types: [], tsc: join(import.meta.dirname, "../../../node_modules/.bin/tsc") };

let project = "";
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "polyplug-consumer-"));
});
afterEach(() => rm(project, { recursive: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
}

test("installedPackages sees every package at any depth, and installedSize every byte", async () => {
  await write({
    "node_modules/@polyplug/host/package.json": "12345",
    "node_modules/@polyplug/host/node_modules/deep/index.js": "123",
    "node_modules/flat/lib/é.js": "é",
    "index.js": "not counted",
  });
  expect(await installedPackages(project)).toEqual(["@polyplug/host", "deep", "flat"]);
  expect(await installedSize(project)).toBe(10);
});

test("typecheck reports what is wrong in a module and in the declarations that it uses", async () => {
  await write({
    "package.json": '{ "type": "module" }',
    "example.ts": 'import { one } from "dependency";\nexport const text: string = one;\n',
    "node_modules/dependency/package.json":
      '{ "name": "dependency", "type": "module", "exports": { "types": "./index.d.ts", "default": "./index.js" } }',
    "node_modules/dependency/index.d.ts": "export declare const one: number;\nexport declare const two: Missing;\n",
  });
  expect(await typecheck(project, "example.ts", strict)).toEqual([
    expect.stringMatching(/^example\.ts\(2,14\): error TS2322/),
    expect.stringMatching(/^node_modules\/dependency\/index\.d\.ts\(2,27\): error TS2304/),
  ]);
  await write({
    "example.ts": 'import { one } from "dependency";\nexport const number: number = one;\n',
    "node_modules/dependency/index.d.ts": "export declare const one: number;\n",
  });
  expect(await typecheck(project, "example.ts", strict)).toEqual([]);
});
