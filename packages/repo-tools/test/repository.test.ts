import { join } from "node:path";
import { describeViolation, layers, readTree, repositoryRules, workspacePackages } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";

const tree = readTree(join(import.meta.dirname, "../../.."));

describe("this repository", () => {
  test("is seen whole by the rules", () => {
    expect(tree.paths).toContain("packages/repo-tools/test/repository.test.ts");
    expect(workspacePackages(tree).map(({ id }) => id)).toEqual(
      expect.arrayContaining(["errors", "wasm-binary", "wasi", "host", "cli", "repo-tools"]),
    );
  });

  test("has a package for every place in the layers", () => {
    expect(layers.flat().sort()).toEqual(workspacePackages(tree).map(({ id }) => id));
  });

  test.each(Object.entries(repositoryRules))("keeps the rule %s", (_name, rule) => {
    expect(rule(tree).map(describeViolation)).toEqual([]);
  });
});
