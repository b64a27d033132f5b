import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, matchesGlob } from "node:path";
import { promisify } from "node:util";
import { repository } from "@polyplug/toolchains";
import { contractModule } from "@polyplug/typings";
import { describe, expect, onTestFinished, test } from "vitest";
import { exampleGuests } from "../src/example/example-guests.ts";
import { exampleNames } from "../src/example/example-names.ts";

const run = promisify(execFile);
const names = await exampleNames();

async function files(folder: string, pattern: string): Promise<readonly string[]> {
  const paths = await readdir(folder, { recursive: true });
  return paths.filter((path) => matchesGlob(path, pattern)).map((path) => join(folder, path));
}

test("there are examples", () => {
  expect(names).toContain("text-filter");
});

describe.each(names)("the example %s", (name) => {
  const folder = join(repository, "examples", name);

  test("prints what it should when it is run as its page says", async () => {
    const page = await readFile(join(folder, "README.md"), "utf8");
    const command = page.match(/^npm run -s example .*$/m)?.[0] ?? "";
    expect(command).toBe(`npm run -s example ${name}`);
    const { stdout } = await run("npm", command.split(" ").slice(1), { cwd: repository });
    expect(stdout).toBe(await readFile(join(folder, "expected.txt"), "utf8"));
  });

  test("has what is written for its contract now", async () => {
    const [file] = await files(folder, "*.contract.ts");
    expect(await readFile(file ?? "", "utf8")).toBe(
      await contractModule(await readFile(join(folder, "world.wit"), "utf8")),
    );
  });

  test("has plugins that were written to its contract", async () => {
    const contract = await readFile(join(folder, "world.wit"), "utf8");
    for (const copy of await files(folder, "plugins/*/world.wit")) expect(await readFile(copy, "utf8")).toBe(contract);
  });
});

test("what is no example is told which there are", async () => {
  const failed = run("npm", ["run", "-s", "example", "novelty"], { cwd: repository });
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^cannot run the example "novelty": there are .*text-filter/),
  });
});

test("a plugin that nobody builds is left out with the reason, and the others are there", async () => {
  const root = await mkdtemp(join(tmpdir(), "polyplug-tour-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const plugins = join(root, "calculator/plugins");
  for (const file of ["logarithm/plugin.zig", "remainder/plugin.as.ts", "square-root/plugin.rs"]) {
    const path = join(plugins, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "");
    await writeFile(join(dirname(path), "world.wit"), "");
  }
  const reasons: string[] = [];
  const guests = await exampleGuests(join(root, "calculator"), ({ message }) => reasons.push(message));
  expect(guests.map(({ name }) => name)).toEqual(["remainder", "square-root"]);
  expect(reasons).toEqual([expect.stringMatching(/^cannot build .*logarithm: nobody builds plugin\.zig, only /)]);
});
