import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describeViolation, portableSources, readTree, workspacePackages } from "@polyplug/repo-tools";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fixtureTree, manifest } from "./fixture-tree.ts";

const root = join(import.meta.dirname, "../../..");
const tsc = join(root, "node_modules/.bin/tsc");

describe("portableSources", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyplug-fixture-"));
    await copyFile(join(root, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const check = async (path: string, text: string) => {
    const files = {
      "packages/host/package.json": manifest({ name: "@polyplug/host", type: "module" }),
      "packages/cli/package.json": manifest({ name: "polyplug", type: "module" }),
      "packages/host/src/index.ts": "export {};\n",
      [path]: text,
    };
    for (const [file, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), content);
    }
    return (await portableSources({ ...fixtureTree(files), root: folder }, tsc)).map(describeViolation);
  };

  test.each([
    ["a module of Node", 'import "node:fs";\nexport * from "node:fs/promises";'],
    ["a module loaded on demand", 'export const fs: unknown = await import("node:fs");'],
    ["process", "export const pid: number = process.pid;"],
    ["process by way of the global object", "export const pid: unknown = globalThis.process;"],
    ["process by its name in a text", 'export const pid: unknown = globalThis["process"];'],
    ["Buffer", 'export const bytes: Uint8Array = Buffer.from("");'],
    ["require", 'export const fs: unknown = require("node:fs");'],
    ["__dirname", "export const here: string = __dirname;"],
  ])("refuses %s", async (_what, text) => {
    expect(await check("packages/host/src/load.ts", text)).toEqual([
      expect.stringMatching(/^packages\/host\/src\/load\.ts:\d: is not portable: /),
      ...(text.includes("\n") ? [expect.stringMatching(/load\.ts:2: is not portable: /)] : []),
    ]);
  });

  test("lets a guest's process be called so", async () => {
    const text = "export const pidOf = (process: { readonly pid: number }): number => process.pid;";
    expect(await check("packages/host/src/load.ts", text)).toEqual([]);
  });

  test.each(["packages/host/src/platform/node.ts", "packages/host/test/load.test.ts", "packages/cli/src/main.ts"])(
    "lets Node into %s",
    async (path) => {
      expect(await check(path, 'import "node:fs"; export const pid: number = process.pid;')).toEqual([]);
    },
  );

  test("says so when the compiler cannot be run", async () => {
    const nothing = fixtureTree({ "packages/host/package.json": manifest({ name: "@polyplug/host" }) });
    await expect(portableSources({ ...nothing, root: folder }, "/bin/false")).rejects.toThrow("cannot run /bin/false");
  });

  test("finds nothing in this repository", async () => {
    const tree = readTree(root);
    expect(workspacePackages(tree).map(({ id }) => id)).toContain("host");
    expect((await portableSources(tree, tsc)).map(describeViolation)).toEqual([]);
  });
});
