import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  currentFiles,
  describeViolation,
  generatedFiles,
  installedHostBudget,
  installedPackages,
  installedSize,
  installPacked,
  type NodeVersion,
  nodeVersions,
  type PackedPackage,
  packageShape,
  packPackages,
  readmeExample,
  readTree,
  run,
  typecheck,
  withinBudget,
  workspacePackages,
} from "@polyplug/repo-tools";
import type {} from "@polyplug/toolchains/vitest";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

const tree = readTree(join(import.meta.dirname, "../../.."));
const published = workspacePackages(tree).filter(({ isPublished }) => isPublished);
const hostAndBelow = ["@polyplug/errors", "@polyplug/host", "@polyplug/wasi", "@polyplug/wasm-binary"];

let folder = "";
let consumer = "";
let packed: PackedPackage[] = [];
let nodes: NodeVersion[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug-packed-"));
  consumer = join(folder, "consumer");
  packed = await packPackages(tree.root, published, folder);
  await installPacked(
    packed.filter(({ name }) => hostAndBelow.includes(name)),
    consumer,
  );
  nodes = await nodeVersions(tree);
});
afterAll(() => rm(folder, { recursive: true }));

describe("the packed packages", () => {
  test.each(published)("$name passes publint and arethetypeswrong", async ({ name }) => {
    const violations = await Promise.all(packed.filter((one) => one.name === name).map(packageShape));
    expect(violations).toHaveLength(1);
    expect(violations.flat().map(describeViolation)).toEqual([]);
  });

  test("keep their size budgets", () => {
    expect(withinBudget(packed).map(describeViolation)).toEqual([]);
  });

  test("show their whole public interface in files that are current", () => {
    expect(currentFiles(tree, generatedFiles(tree)).map(describeViolation)).toEqual([]);
  });
});

describe("@polyplug/host in an empty project", () => {
  test("brings nothing from outside this repository", async () => {
    expect(await installedPackages(consumer)).toEqual(hostAndBelow);
  });

  test(`is under ${installedHostBudget} bytes with all it depends on`, async () => {
    expect(await installedSize(consumer)).toBeLessThan(installedHostBudget);
  });

  describe("runs the README's example", () => {
    let example = { code: "", output: "" };

    beforeAll(async () => {
      example = readmeExample(tree.read("README.md"), "readme");
      const adder = inject("guests").find(
        ({ topic, target }) => topic === "adder" && target === "wasm32-unknown-unknown",
      );
      await copyFile(adder?.path ?? "no adder was built", join(consumer, "adder.wasm"));
      await writeFile(join(consumer, "example.ts"), example.code);
      await writeFile(join(consumer, "example.js"), stripTypeScriptTypes(example.code));
    });

    test("which prints something", () => {
      expect(example.output).not.toBe("");
    });

    test("under the strictest compiler", async () => {
      const tsc = join(tree.root, "node_modules/.bin/tsc");
      expect(await typecheck(consumer, "example.ts", tsc)).toEqual([]);
    });

    test.each([20, 22, 24, 26])("on Node %i", async (major) => {
      const node = nodes.find((one) => one.major === major)?.program ?? `no Node ${major}`;
      const version = await run(node, ["--version"], consumer);
      expect(version.stdout).toMatch(new RegExp(`^v${major}\\.`));
      const { exitCode, stdout, stderr } = await run(node, ["example.js"], consumer);
      expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: `${example.output}\n`, stderr: "" });
    });
  });
});
