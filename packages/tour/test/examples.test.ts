import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "@polyplug/toolchains";
import { describe, expect, test } from "vitest";
import { exampleNames } from "../src/example/example-names.ts";

const run = promisify(execFile);
const names = await exampleNames();

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
});

test("what is no example is told which there are", async () => {
  const failed = run("npm", ["run", "-s", "example", "novelty"], { cwd: repository });
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^cannot run the example "novelty": there are .*text-filter/),
  });
});
