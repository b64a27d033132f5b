import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeViolation, unusedCode } from "@polyplug/repo-tools";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

describe("unusedCode", () => {
  let project = "";
  const write = async (files: Record<string, string>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) await writeFile(join(project, path), text);
  };

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "polyplug-knip-"));
    await mkdir(join(project, "src"));
  });
  afterAll(() => rm(project, { recursive: true }));

  test("finds files, exports and dependencies that nothing uses", async () => {
    await write({
      "package.json": JSON.stringify({ name: "fixture", type: "module", dependencies: { vite: "1" } }),
      "knip.json": JSON.stringify({ entry: ["src/main.js"], project: ["src/**"] }),
      "src/main.js": 'import { used } from "./module.js";\nused();\n',
      "src/module.js": "export function used() {}\nexport function unused() {}\n",
      "src/orphan.js": "",
    });
    const found = await unusedCode(project, join(root, "node_modules/.bin/knip"));
    expect(found.map(describeViolation).sort()).toEqual([
      "package.json: knip: dependencies: vite",
      "src/module.js:2: knip: exports: unused",
      "src/orphan.js: knip: files",
    ]);
  });

  test("finds nothing in this repository", async () => {
    expect((await unusedCode(root)).map(describeViolation)).toEqual([]);
  });
});
