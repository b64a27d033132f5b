import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeViolation, publishWarnings } from "@polyplug/repo-tools";
import { afterEach, beforeEach, expect, test } from "vitest";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "polyplug-publish-"));
  await mkdir(join(root, "package"));
  await writeFile(join(root, "package/program.js"), "");
});
afterEach(() => rm(root, { recursive: true }));

async function check(fields: object): Promise<string[]> {
  const manifest = { name: "@polyplug/none", version: "0.0.0", license: "Apache-2.0", ...fields };
  await writeFile(join(root, "package/package.json"), JSON.stringify(manifest));
  return (await publishWarnings(root, "package")).map(describeViolation);
}

test("npm has nothing to say of what is written as it writes it", async () => {
  expect(await check({ bin: { none: "program.js" } })).toEqual([]);
});

test("what npm would change is told", async () => {
  expect(await check({ bin: { none: "./program.js" } })).toContainEqual(
    expect.stringMatching(/^package\/package\.json: npm publish: publish "bin\[none\]"/),
  );
});

test("what npm would not publish is told", async () => {
  expect(await check({ version: "one" })).toContainEqual(expect.stringContaining("Invalid version"));
});
