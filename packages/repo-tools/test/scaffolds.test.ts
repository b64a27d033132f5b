import { copyFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  installPacked,
  packDependencies,
  packPackages,
  readTree,
  run,
  runOrThrow,
  workspacePackages,
} from "@polyplug/repo-tools";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const tree = readTree(join(import.meta.dirname, "../../.."));
const published = workspacePackages(tree).filter(({ isPublished }) => isPublished);

/** What a scaffold installs beside our own packages, here taken from where the workspace has it. */
const fromNpm = ["@types", "@yowasp", "assemblyscript", "componentize-qjs", "typescript"];

let folder = "";

// Each project finds what is installed in the folder above it, as a workspace of npm would.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug scäffolds "));
  const packed = await packPackages(tree.root, published, folder);
  const outside = await packDependencies(tree.root, published, folder);
  await installPacked([...packed.map(({ tarball }) => tarball), ...outside], folder);
  for (const name of fromNpm) {
    await symlink(join(tree.root, "node_modules", name), join(folder, "node_modules", name));
  }
});
afterAll(() => rm(folder, { recursive: true }));

const plugins = ["rust", "c", "cpp", "go", "assemblyscript", "javascript", "typescript"];

async function scaffold(template: string): Promise<string> {
  const create = join(folder, "node_modules/.bin/create-polyplug");
  const { stdout } = await run(create, [`a-${template}`, "--template", template, "--json"], folder);
  expect(JSON.parse(stdout)).toMatchObject({ name: `a-${template}` });
  return join(folder, `a-${template}`);
}

/** Runs a script of a project under the Node of this process, as npm does. */
function script(name: string, project: string) {
  const path = [dirname(process.execPath), process.env["PATH"]].join(":");
  // What all Rust here has in common is compiled once.
  const target = join(tree.root, ".cache/cargo/scaffolds");
  return run("env", [`PATH=${path}`, `CARGO_TARGET_DIR=${target}`, "npm", "run", "--silent", name], project);
}

describe.each(plugins)("a plugin in %s", (template) => {
  let project = "";
  beforeAll(async () => {
    project = await scaffold(template);
  });

  test("builds as it is, and passes its own tests", async () => {
    const built = await script("build", project);
    expect(built, built.stderr).toMatchObject({ exitCode: 0 });
    const tested = await script("test", project);
    expect(tested, tested.stderr).toMatchObject({ exitCode: 0 });
    expect(tested.stdout).toMatch(/all 2 cases pass/);
  });

  test("answers to the command line", async () => {
    const polyplug = join(folder, "node_modules/.bin/polyplug");
    const clock = template === "go" ? ["--clock"] : [];
    const args = ["call", ...clock, `dist/a-${template}.wasm`, "transform", '"hello"'];
    const called = await run(polyplug, args, project);
    expect(called).toEqual({ exitCode: 0, stdout: 'ok("HELLO")\n', stderr: "" });
  });

  test("tells of a case that fails", async () => {
    const file = join(project, "plugin.cases.toml");
    const cases = await readFile(file, "utf8");
    await writeFile(file, cases.replace('ok("HELLO")', 'ok("QUIET")'));
    const tested = await script("test", project);
    await writeFile(file, cases);
    expect(tested.exitCode).not.toBe(0);
    expect(tested.stdout + tested.stderr).toContain('ok("HELLO")');
  });
});

describe("a host", () => {
  test("starts and passes its own tests", async () => {
    const project = await scaffold("host");
    const started = await script("start", project);
    expect(started, started.stderr).toMatchObject({ exitCode: 0 });
    expect(started.stdout).toContain("shout: HELLO\n");
    const tested = await script("test", project);
    expect(tested, tested.stderr).toMatchObject({ exitCode: 0 });
    expect(tested.stdout).toMatch(/pass 2\b/);
  });

  test("takes a plugin in another language beside its own, as its README says", async () => {
    const [host, plugin] = [join(folder, "a-host"), join(folder, "a-host/plugins/quiet")];
    const create = join(folder, "node_modules/.bin/create-polyplug");
    await runOrThrow(create, ["plugins/quiet", "--template", "go", "--json"], host);
    await copyFile(join(host, "wit/world.wit"), join(plugin, "wit/world.wit"));
    expect(await script("build", plugin)).toMatchObject({ exitCode: 0 });
    expect((await script("start", host)).stdout).toMatch(/^quiet: HELLO\nshout: HELLO\n/m);
    expect(await script("test", host)).toMatchObject({ exitCode: 0 });
  });
});

test("a rust project passes its native tests", async () => {
  const project = join(folder, "a-rust");
  const target = join(tree.root, ".cache/cargo/scaffolds");
  const tested = await runOrThrow("env", [`CARGO_TARGET_DIR=${target}`, "cargo", "test", "--quiet"], project);
  expect(tested).toContain("2 passed");
});

test.each(["c", "cpp"])("a %s project passes its native tests", async (template) => {
  expect(await runOrThrow("make", ["test"], join(folder, `a-${template}`))).toMatch(/^2 passed$/m);
});

test("a go project passes its native tests, beside packages of npm that have files in Go", async () => {
  const project = join(folder, "a-go");
  const own = "node_modules/@polyplug/build";
  await cp(join(folder, own), join(project, own), { recursive: true });
  expect(await run("go", ["vet", "./..."], project)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  expect(await runOrThrow("go", ["test", "./..."], project)).toContain("ok");
});
