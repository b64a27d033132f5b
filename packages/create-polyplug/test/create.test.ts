import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { emptyFolder, program, runCreate } from "./run-create.ts";

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
    expect(stderr).toContain("cannot create a project in /sys/new: there is no permission; nothing was left behind");
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
    [["--template", "jvascript"], `there is no template "jvascript", did you mean javascript; choose one of`],
    [["--template", "rust; rm -rf"], 'there is no template "rust; rm -rf"; choose one of'],
    [["--template", ""], 'there is no template ""; choose one of'],
    [["--template", "\u001b[31mred"], 'there is no template "\\u001b[31mred"; choose one of'],
    [["--template", "x".repeat(5000)], `there is no template "${"x".repeat(80)}…"; choose one of`],
    [[], `say what to start with: --template, one of ${ids.join(", ")}`],
    [["--yes"], `say what to start with: --template, one of ${ids.join(", ")}`],
    [["--template", "c", "--name", "Über"], '"Über" cannot be the name: a name is words of a-z and 0-9 with a hyphen'],
    [["--template", "c", "--name", "-o"], '"-o" cannot be the name: a name is words of a-z and 0-9'],
    [["--template", "c", "--name", "a'b"], '"a\'b" cannot be the name: a name is words of a-z and 0-9'],
    [["--template", "c", "--name", "a\nb"], '"a\\nb" cannot be the name: a name is words of a-z and 0-9'],
    [
      ["--template", "c", "--name", "node_modules"],
      '"node_modules" cannot be the name: a name is words of a-z and 0-9',
    ],
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

/** A line of shell with the program as `$@`. */
function shell(line: string): string {
  return execFileSync("/bin/sh", ["-c", `cd "$0" && ${line}`, folder, ...program], { encoding: "utf8" });
}

test("a file that can be written by half alone leaves nothing", async () => {
  const told = shell('ulimit -f 1; "$@" new --template c 2>&1; echo "status $?"');
  expect(told).toMatch(
    /^create-polyplug: cannot create a project in .*\/new: it would be larger than a file may be here; /,
  );
  expect(told).toMatch(/; nothing was left behind\nstatus 1\n$/);
  expect(await readdir(folder)).toEqual([]);
});

test("output that nobody reads or that finds no room is no fault of its own", () => {
  expect(shell('{ "$@" one --template c; echo "status $?" >&2; } 2>&1 >/dev/full')).toBe(
    "create-polyplug: cannot write the output: the disk is full\nstatus 1\n",
  );
  expect(shell('{ { "$@" --help; echo "status $?" >&2; } | exec true; } 2>&1')).toBe("status 141\n");
});

// The program of that name is called otherwise elsewhere.
describe.runIf(process.platform === "linux")("on a terminal", () => {
  test.for([
    ["Ctrl-C", "\u0003"],
    ["its end", "\u0004"],
  ])("%s at a question leaves nothing", async ([, key]) => {
    const line = `stty columns 80; ${program.map((word) => `'${word}'`).join(" ")}`;
    const child = spawn("script", ["-qec", line, "/dev/null"], { cwd: folder, env: { ...process.env, TERM: "xterm" } });
    let shown = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      shown += text;
    });
    await vi.waitUntil(() => shown.includes("my-plugin"), { timeout: 20_000 });
    child.stdin.write(key);
    expect(await once(child, "exit")).toEqual([130, null]);
    expect(await readdir(folder)).toEqual([]);
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
