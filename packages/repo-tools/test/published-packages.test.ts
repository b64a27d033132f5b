import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import type {} from "@polyplug/built-guests";
import {
  currentFiles,
  describeViolation,
  generatedFiles,
  installedHostBudget,
  installedPackages,
  installedSize,
  installPacked,
  nodeVersions,
  type PackedPackage,
  packageShape,
  packDependencies,
  packedLinks,
  packPackages,
  readmeExample,
  readmeExamples,
  readTree,
  run,
  typecheck,
  withinBudget,
  workspacePackages,
} from "@polyplug/repo-tools";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

const tree = readTree(join(import.meta.dirname, "../../.."));
const tsc = join(tree.root, "node_modules/.bin/tsc");
const published = workspacePackages(tree).filter(({ isPublished }) => isPublished);
const hostAndBelow = ["abi", "component", "errors", "host", "metering", "wasi", "wasm-binary"].map(
  (name) => `@polyplug/${name}`,
);
const majors = [20, 22, 24, 26];

/** The plugins that the examples speak of. */
const plugins = {
  "adder.wasm": "adder rust wasm32-unknown-unknown",
  "adder-wasi.wasm": "adder rust wasm32-wasip1",
  "adder-go.wasm": "adder go wasm32-wasip1",
  "half.wasm": "unmet assemblyscript wasm32",
};

const contract = "examples/text-filter/text-filter.contract.ts";

let folder = "";
let packed: PackedPackage[] = [];
let programs: ReadonlyMap<number, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug-packed-"));
  packed = await packPackages(tree.root, published, folder);
  programs = new Map((await nodeVersions(tree)).map(({ major, program }) => [major, program]));
});
afterAll(() => rm(folder, { recursive: true }));

/** An empty project with packed packages and with the plugins. */
async function project(name: string, tarballs: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await installPacked(tarballs, path);
  for (const [file, wanted] of Object.entries(plugins)) {
    const guest = inject("guests").find((one) => `${one.topic} ${one.language} ${one.target}` === wanted);
    await copyFile(guest?.path ?? `no guest ${wanted}`, join(path, file));
  }
  const filter = inject("typedGuests").find(
    ({ topic, language, target }) => `${topic} ${language} ${target}` === "text-filter rust core",
  );
  await copyFile(filter?.path ?? "no text filter", join(path, "shout.wasm"));
  await copyFile(join(tree.root, contract), join(path, basename(contract)));
  const stripped = stripTypeScriptTypes(tree.read(contract));
  await writeFile(join(path, basename(contract).replace(/ts$/, "js")), stripped);
  return path;
}

async function nodeOf(major: number): Promise<string> {
  const node = programs.get(major) ?? `no Node ${major}`;
  expect((await run(node, ["--version"], folder)).stdout).toMatch(new RegExp(`^v${major}\\.`));
  return node;
}

describe("the packed packages", () => {
  test.each(published)("$name passes publint and arethetypeswrong", async ({ name }) => {
    const violations = await Promise.all(packed.filter((one) => one.name === name).map(packageShape));
    expect(violations).toHaveLength(1);
    expect(violations.flat().map(describeViolation)).toEqual([]);
  });

  test("keep their size budgets", () => {
    expect(withinBudget(packed).map(describeViolation)).toEqual([]);
  });

  test("link to nothing that is not packed", () => {
    expect(packed.filter(({ files }) => files.includes("README.md"))).toHaveLength(published.length);
    expect(packed.flatMap((one) => packedLinks(tree, one)).map(describeViolation)).toEqual([]);
  });

  test("show their whole public interface in files that are current", () => {
    expect(currentFiles(tree, generatedFiles(tree)).map(describeViolation)).toEqual([]);
  });
});

describe("@polyplug/host in an empty project", () => {
  let consumer = "";

  beforeAll(async () => {
    const tarballs = packed.filter(({ name }) => hostAndBelow.includes(name)).map(({ tarball }) => tarball);
    consumer = await project("consumer", tarballs);
  });

  test("brings nothing from outside this repository", async () => {
    expect(await installedPackages(consumer)).toEqual(hostAndBelow);
  });

  test(`is under ${installedHostBudget} bytes with all it depends on`, async () => {
    expect(await installedSize(consumer)).toBeLessThan(installedHostBudget);
  });
});

describe("the libraries in an empty project", () => {
  let consumer = "";

  beforeAll(async () => {
    const libraries = published.filter(({ manifest }) => manifest.exports !== undefined);
    const names = libraries.map(({ name }) => name);
    const tarballs = packed.filter(({ name }) => names.includes(name)).map(({ tarball }) => tarball);
    const outside = await packDependencies(tree.root, libraries, folder);
    consumer = await project("libraries", [...tarballs, ...outside]);
  });

  // Nothing but the declarations of the DOM has WebAssembly, so programs for Node need both.
  const lib = ["es2023", "esnext.disposable", "dom"];
  const surroundings = {
    "the web": { lib, types: [] },
    Node: { lib, types: ["node"], typeRoots: [join(tree.root, "node_modules/@types")] },
  };

  describe.each(readmeExamples(tree))("runs the example $name of $path", ({ path, name }) => {
    const { code, output } = readmeExample(tree.read(path), name);

    beforeAll(async () => {
      await writeFile(join(consumer, `${name}.ts`), code);
      await writeFile(join(consumer, `${name}.js`), stripTypeScriptTypes(code));
    });

    test("which prints something", () => {
      expect(output).not.toBe("");
    });

    const places = code.includes('"node:') ? (["Node"] as const) : (["Node", "the web"] as const);
    test.each(places)("under the strictest compiler, for %s", async (place) => {
      expect(await typecheck(consumer, `${name}.ts`, { ...surroundings[place], tsc })).toEqual([]);
    });

    test.each(majors)("on Node %i", async (major) => {
      const { exitCode, stdout, stderr } = await run(await nodeOf(major), [`${name}.js`], consumer);
      expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: `${output}\n`, stderr: "" });
    });
  });
});

describe("plugins as modules", () => {
  const [, part = ""] = tree.read("packages/host/README.md").split("<!-- imported: register -->");
  const { code, output } = readmeExample(`<!-- example: register -->${part}`, "register");
  const other = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(part)?.[1] ?? "";
  let consumer = "";

  beforeAll(async () => {
    const tarballs = packed.filter(({ name }) => hostAndBelow.includes(name)).map(({ tarball }) => tarball);
    consumer = await project("modules", tarballs);
    await writeFile(join(consumer, "package.json"), other("json"));
    await writeFile(join(consumer, "imports.js"), other("js"));
    await writeFile(join(consumer, "app.js"), code);
  });

  test.each(majors)("are imported on Node %i as the README shows", async (major) => {
    const args = ["--import", "@polyplug/host/register", "app.js"];
    const ran = await run(await nodeOf(major), args, consumer);
    expect(ran).toEqual({ exitCode: 0, stdout: `${output}\n`, stderr: "" });
  });
});

describe("polyplug in an empty project", () => {
  let consumer = "";

  beforeAll(async () => {
    const outside = await packDependencies(tree.root, published, folder);
    consumer = await project("program", [...packed.map(({ tarball }) => tarball), ...outside]);
  });

  test.each(majors)("inspects and calls on Node %i", async (major) => {
    const path = `PATH=${dirname(await nodeOf(major))}${delimiter}${process.env["PATH"]}`;
    const polyplug = (...args: string[]) => run("env", [path, "node_modules/.bin/polyplug", ...args], consumer);
    const inspected = await polyplug("inspect", "--json", "adder.wasm");
    expect(JSON.parse(inspected.stdout)).toMatchObject({ language: "Rust", imports: [] });
    expect(await polyplug("call", "adder.wasm", "adder", "1", "7")).toEqual({ exitCode: 0, stdout: "8\n", stderr: "" });
    const unmet = await polyplug("call", "half.wasm", "half", "2");
    expect(unmet).toMatchObject({ stdout: "", stderr: expect.stringContaining("logger") });
    expect(unmet.exitCode).not.toBe(0);
  });
});
