import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadBindgen } from "@polyplug/bindgen";
import { buildPlugin, detectProject } from "@polyplug/build";
import { loadPlugin, ResultError } from "@polyplug/host";
import { guestModules } from "@polyplug/typings";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

const packageFolder = join(import.meta.dirname, "..");
const example = join(packageFolder, "examples/text-filter");

interface Filter {
  transform(text: string): string;
}

const attempt = async (work: () => unknown) => {
  try {
    return await work();
  } catch (thrown) {
    return thrown;
  }
};

let project: string;

/** The example by itself, where this package is installed and nothing else is. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-sdk-javascript-"));
  project = join(folder, "text-filter");
  await cp(example, project, { recursive: true });
  const installed = join(project, "node_modules/@polyplug/sdk-javascript");
  await mkdir(installed, { recursive: true });
  await symlink(join(packageFolder, "src"), join(installed, "src"));
  const exports = { ".": "./src/index.ts", "./testing": "./src/testing.ts" };
  await writeFile(join(installed, "package.json"), JSON.stringify({ type: "module", exports }));
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module" }));
  return () => rm(folder, { recursive: true });
});

test("the example's own test runs in Node, without WebAssembly", () => {
  const { status, stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap"], {
    cwd: project,
    encoding: "utf8",
  });
  expect(stdout).toMatch(/^# pass 2$/m);
  expect(status).toBe(0);
});

test("its declarations are those of its contract", async () => {
  const bindgen = await loadBindgen();
  onTestFinished(() => bindgen.dispose());
  const wit = await readFile(join(example, "wit/world.wit"), "utf8");
  const file = join(example, "bindings/text-filter.d.ts");
  const text = await guestModules(wit, { bindgen });
  if (process.env["BLESS"] === "1") await writeFile(file, text);
  expect(text).toBe(await readFile(file, "utf8"));
});

describe.each([
  ["componentize-qjs", /^an error of the contract: .*length/i],
  ["componentize-js", /^cannot call transform: trap: .*expected a string, received/],
])("built by %s", (generator, mistake) => {
  let bytes: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    const env = { ...process.env, POLYPLUG_TYPESCRIPT: generator };
    const { artifacts } = await buildPlugin(await detectProject(project), { env, out: join("dist", generator) });
    bytes = new Uint8Array(await readFile(artifacts[0]?.path ?? ""));
  });

  async function load() {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const plugin = await loadPlugin<Filter>(bytes, { imports: { "acme:text/log": { write } } });
    onTestFinished(() => plugin[Symbol.dispose]());
    return { lines, transform: plugin.exports.transform };
  }

  test("it shouts, tells its host, and refuses by the contract's error", async () => {
    const { lines, transform } = await load();
    expect(transform("2 hey")).toBe("HEY HEY");
    expect(lines).toEqual(["TypeScript is asked to shout 5 letters"]);
    expect(() => transform("")).toThrow(new ResultError("there is nothing to shout"));
    expect(() => transform("x hey")).toThrow(new ResultError("X is no number"));
  });

  test("a mistake of its own is told of with its message, as the engine has it", async () => {
    const { transform } = await load();
    const failed: unknown = await attempt(() => transform("99999999999 hey"));
    const told = ResultError.is(failed) ? `an error of the contract: ${failed.payload}` : String(failed);
    expect(told.replace(/^PluginError: /, "")).toMatch(mistake);
  });
});

test.each(["plugin.ts", "test/plugin.test.ts"])("the README has %s as it is", async (file) => {
  const readme = await readFile(join(packageFolder, "README.md"), "utf8");
  expect(readme).toContain(`\`\`\`ts\n${await readFile(join(example, file), "utf8")}\`\`\`\n`);
});
