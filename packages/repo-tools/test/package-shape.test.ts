import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packageShape, runOrThrow } from "@polyplug/repo-tools";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

describe("packageShape", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyplug-shape-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Packs a package of these files and gives what is held against it. */
  async function check(types: string, files: Record<string, string>): Promise<string[]> {
    const manifest = {
      name: "fixture",
      version: "1.0.0",
      license: "MIT",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.20" },
      files: ["dist"],
      exports: { ".": { types, default: "./dist/index.js" } },
    };
    const all = { "package.json": JSON.stringify(manifest), ...files };
    for (const [path, text] of Object.entries(all)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await runOrThrow("npm", ["pack"], folder);
    const reported = await packageShape({
      name: manifest.name,
      id: "fixture",
      folder: "packages/fixture",
      manifest,
      isPublished: true,
      tarball: join(folder, "fixture-1.0.0.tgz"),
      packedSize: 0,
      unpackedSize: 0,
      files: [],
    });
    return reported.map(({ reason }) => reason);
  }

  test("takes an ES module with its declarations", async () => {
    const files = { "dist/index.js": "export const one = 1;", "dist/index.d.ts": "export declare const one: number;" };
    expect(await check("./dist/index.d.ts", files)).toEqual([]);
  });

  test("hears publint on declarations that are not packed", async () => {
    const files = { "dist/index.js": "export const one = 1;" };
    expect(await check("./dist/index.d.ts", files)).toContainEqual(expect.stringMatching(/^publint: .*does not exist/));
  });

  test("hears arethetypeswrong on declarations of another kind of module", async () => {
    const files = { "dist/index.js": "export const one = 1;", "dist/index.d.cts": "export declare const one: number;" };
    expect(await check("./dist/index.d.cts", files)).toContainEqual(
      expect.stringMatching(/^arethetypeswrong: FalseCJS/),
    );
  });
});
