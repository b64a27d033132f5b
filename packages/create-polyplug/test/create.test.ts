import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { emptyFolder, runCreate } from "./run-create.ts";

const ids = ["rust", "c", "cpp", "go", "assemblyscript", "javascript", "typescript", "host"];

let folder: string;
beforeEach(async () => {
  const empty = await emptyFolder();
  ({ folder } = empty);
  return () => empty.remove();
});

describe("every template", () => {
  test.for(ids)("%s becomes a project by flags alone", async (id) => {
    const { stdout, stderr, exitCode } = await runCreate(folder, "loud-one", "--template", id, "--json");
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ folder: join(folder, "loud-one"), name: "loud-one", template: id, installed: false });
    expect(told.next.slice(0, 2)).toEqual(["cd loud-one", "npm install"]);
    const files = await filesIn(join(folder, "loud-one"));
    expect(files).toEqual([...told.files].sort());
    expect(files).toEqual(
      expect.arrayContaining([".gitignore", ".vscode/extensions.json", "README.md", "package.json"]),
    );
    for (const file of files) {
      const text = await readFile(join(folder, "loud-one", file), "utf8");
      expect(text, file).not.toMatch(/my[-_]plugin(?!s)/);
    }
    const made = JSON.parse(await readFile(join(folder, "loud-one", "package.json"), "utf8"));
    expect(made).toMatchObject({ name: "loud-one", private: true });
    const ours = Object.entries({ ...made.dependencies, ...made.devDependencies }).filter(([name]) => {
      return name === "polyplug" || name.startsWith("@polyplug/");
    });
    expect(ours.length).toBeGreaterThan(0);
    for (const [name, version] of ours) expect(version, name).toBe(`^${manifest.version}`);
  });
});

test("a person is told what was made and what to type next", async () => {
  const { stdout } = await runCreate(folder, "a b", "--template", "ts", "--name", "loud");
  expect(stdout).toMatch(
    /^Created loud \(TypeScript, \d+ files\) in .*\/a b\n\nNext:\n {2}cd 'a b'\n {2}npm install\n/,
  );
  const rust = await runCreate(folder, "oxide", "--template", "rust", "--yes");
  expect(rust.stdout).toContain(
    "It needs Rust with its target wasm32-wasip1: npx polyplug doctor says what is missing.\n",
  );
});

test("the name is made of the folder's", async () => {
  const { stdout } = await runCreate(folder, "Über MyShouter_2nd", "--template", "javascript", "--json");
  expect(JSON.parse(stdout).name).toBe("uber-my-shouter2nd");
});

test("the folder itself will do where it is empty", async () => {
  const { stdout } = await runCreate(folder, ".", "--template", "c", "--name", "here", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ folder, next: ["npm install", "npm run build", "npm test"] });
});

describe("what is refused leaves everything as it was", () => {
  test("a folder that is not empty", async () => {
    await writeFile(join(folder, "mine.txt"), "mine");
    const { stdout, stderr, exitCode } = await runCreate(folder, ".", "--template", "rust", "--name", "x");
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 1 });
    expect(stderr).toBe(
      `create-polyplug: cannot create a project in ${folder}: it is not empty (mine.txt); ` +
        "choose another folder, or empty this one; nothing was changed\n",
    );
    expect(await filesIn(folder)).toEqual(["mine.txt"]);
  });

  test("a file where the folder should be", async () => {
    await writeFile(join(folder, "taken"), "");
    const { stderr, exitCode } = await runCreate(folder, "taken", "--template", "rust");
    expect({ stderr, exitCode }).toEqual({
      stderr: `create-polyplug: cannot create a project in ${join(folder, "taken")}: it is a file\n`,
      exitCode: 1,
    });
  });

  test("a place where nobody may write", async () => {
    // Not even root may, which the tests may run as.
    const { stderr, exitCode } = await runCreate("/sys", "new", "--template", "rust");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("cannot create a project in /sys/new: it may not be written to; nothing was left behind");
  });

  test("a path that gets too long halfway", async () => {
    const longest = 4095;
    let deep = folder;
    while (longest - deep.length > 250) deep = join(deep, "x".repeat(Math.min(200, longest - deep.length - 120)));
    deep += "/".padEnd(longest - deep.length - "/.vscode/".length, "y");
    const { stderr, exitCode } = await runCreate(folder, deep, "--template", "rust", "--name", "x");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("its name is too long; nothing was left behind");
    expect(await readdir(folder)).toEqual([]);
  });

  test.for([
    [["--template", "cobol"], `there is no template "cobol"; choose one of ${ids.join(", ")}`],
    [[], `say what to start with: --template, one of ${ids.join(", ")}`],
    [["--yes"], `say what to start with: --template, one of ${ids.join(", ")}`],
    [["--template", "c", "--name", "Über"], '"Über" cannot be the name: a name is words of a-z and 0-9 with a hyphen'],
    [["--template", "c", "--name", "../up"], '"../up" cannot be the name: a name is words of a-z and 0-9'],
    [["--template", "c", "--name", "a".repeat(65)], "it has 65 letters, and 64 is the most"],
    [["--template", "rust", "--name", "fn"], '"fn" cannot be the name: cargo keeps it for itself'],
    [["--colour"], "unknown option '--colour'"],
    [["two", "--template", "c"], "too many arguments"],
  ] as const)("%o", async ([args, reason]) => {
    const { stdout, stderr, exitCode } = await runCreate(folder, "new", ...args);
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
    expect(stderr).toContain(`create-polyplug: `);
    expect(stderr).toContain(reason);
    expect(await filesIn(folder)).toEqual([]);
    const asJson = await runCreate(folder, "new", ...args, "--json");
    expect(JSON.parse(asJson.stdout)).toEqual({ error: { code: "misused", message: expect.stringContaining(reason) } });
    expect(asJson).toMatchObject({ stderr: "", exitCode: 2 });
  });
});

test("help names every flag and template", async () => {
  const { stdout, exitCode } = await runCreate(folder, "--help");
  expect(exitCode).toBe(0);
  for (const word of [...ids, "--template", "--name", "--install", "--yes", "--json"]) expect(stdout).toContain(word);
});

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)).sort();
}
