import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  carriers,
  describeViolation,
  readTree,
  releaseSteps,
  repositoryRules,
  run,
  runOrThrow,
  type Tree,
  workspacePackages,
} from "@polyplug/repo-tools";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const tree = readTree(join(import.meta.dirname, "../../.."));
const changeset = join(tree.root, "node_modules/.bin/changeset");

function released(
  of: Tree,
): { readonly name: string; readonly folder: string; readonly version: string | undefined }[] {
  const published = workspacePackages(of).filter(({ isPublished }) => isPublished);
  return [
    ...published.map(({ name, folder, manifest }) => ({ name, folder, version: manifest.version })),
    ...carriers(of),
  ];
}

test("changesets versions every published package and every carrier, and no other", async () => {
  const status = await runOrThrow(changeset, ["status"], tree.root);
  const listed = status.split("\n").flatMap((line) => /^\s+- (\S+)$/.exec(line)?.[1] ?? []);
  const pending = tree.paths.some((path) => /^\.changeset\/(?!README)[^/]+\.md$/.test(path));
  const names = released(tree).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["@polyplug/host", "polyplug", "@polyplug/sdk-rust", "@polyplug/sdk-go"]),
  );
  expect(listed.sort()).toEqual(pending ? names.sort() : []);
});

describe("npm run version, in a copy of this repository", () => {
  let folder = "";
  let copy = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyplug-version-"));
    copy = join(folder, "copy");
    for (const path of tree.paths) {
      await mkdir(dirname(join(copy, path)), { recursive: true });
      await cp(join(tree.root, path), join(copy, path));
    }
    await writeFile(
      join(copy, ".changeset/one-more.md"),
      '---\n"@polyplug/host": minor\n"@polyplug/sdk-rust": minor\n---\n\nA change of the host and the crate\n',
    );
    // What is installed is found above: a link in it would be one of its files.
    await symlink(join(tree.root, "node_modules"), join(folder, "node_modules"));
    await git("init", "--quiet", "--initial-branch=main");
    await git("add", "--all");
    await git("commit", "--quiet", "--message=all");
    await runOrThrow("npm", ["run", "--silent", "version"], copy);
    await git("add", "--all");
  });
  afterAll(() => rm(folder, { recursive: true }));

  const git = (...args: string[]) =>
    runOrThrow("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...args], copy);
  const text = (path: string) => readFile(join(copy, path), "utf8");

  test("gives one new version to everything that is released", async () => {
    const [before] = released(tree);
    const versions = new Set(released(readTree(copy)).map(({ version }) => version));
    expect(versions.size).toBe(1);
    expect(versions).not.toContain(before?.version);
    const [version] = versions;
    expect(await text("sdk-rust/Cargo.toml")).toContain(`name = "polyplug-sdk"\nversion = "${version}"`);
    expect(await text("sdk-rust/Cargo.lock")).toContain(`name = "polyplug-sdk"\nversion = "${version}"`);
  });

  test("writes a changelog for each, beside it", async () => {
    for (const { folder, version } of released(readTree(copy))) {
      expect(await text(`${folder}/CHANGELOG.md`)).toContain(`\n## ${version}\n`);
    }
    expect(await text("packages/host/CHANGELOG.md")).toContain("A change of the host and the crate");
    expect(await text("sdk-rust/CHANGELOG.md")).toContain("A change of the host and the crate");
  });

  test.each(Object.entries(repositoryRules))("keeps the rule %s", (_name, rule) => {
    const before = rule(tree).map(describeViolation);
    expect(
      rule(readTree(copy))
        .map(describeViolation)
        .filter((one) => !before.includes(one)),
    ).toEqual([]);
  });

  test("leaves npm nothing to change in its lock", async () => {
    const before = await text("package-lock.json");
    await runOrThrow("npm", ["install", "--package-lock-only", "--ignore-scripts", "--offline"], copy);
    expect(await text("package-lock.json")).toBe(before);
  });

  test("is what a release names, which does nothing of it unasked", async () => {
    const version = released(readTree(copy))[0]?.version;
    const { exitCode, stdout } = await run("npm", ["run", "--silent", "release"], copy);
    expect(exitCode).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "npm test",
      "npm exec -- changeset publish --no-git-tag",
      "cargo publish --manifest-path sdk-rust/Cargo.toml --package polyplug-sdk",
      `git tag --annotate v${version} --message v${version}`,
      `git tag --annotate sdk-go/v${version} --message sdk-go/v${version}`,
      `git push origin v${version} sdk-go/v${version}`,
      "Nothing was done: npm run release -- --publish does it.",
      "",
    ]);
    expect(await git("tag")).toBe("");
  });
});

test("nothing of version 0.0.0 is released", () => {
  const manifest = JSON.stringify({ name: "@polyplug/host", version: "0.0.0" });
  const fixture = { ...tree, paths: ["packages/host/package.json"], read: () => manifest };
  expect(() => releaseSteps(fixture)).toThrow("cannot release 0.0.0");
});
