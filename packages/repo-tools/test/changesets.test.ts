import { join } from "node:path";
import { readTree, runOrThrow, workspacePackages } from "@polyplug/repo-tools";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

test("changesets versions every published package and no private one", async () => {
  const tree = readTree(root);
  const status = await runOrThrow(join(root, "node_modules/.bin/changeset"), ["status"], root);
  const listed = status.split("\n").flatMap((line) => /^\s+- (\S+)$/.exec(line)?.[1] ?? []);
  const pending = tree.paths.some((path) => /^\.changeset\/(?!README)[^/]+\.md$/.test(path));
  const published = workspacePackages(tree).filter(({ isPublished }) => isPublished);
  expect(listed.sort()).toEqual(pending ? published.map(({ name }) => name).sort() : []);
});
