import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  currentFiles,
  describeViolation,
  generatedFiles,
  installedHostBudget,
  installedPackages,
  installedSize,
  type PackedPackage,
  packageShape,
  packDependencies,
  packedLinks,
  packPackages,
  publishWarnings,
  type Runtime,
  readmeExample,
  readmeExamples,
  run,
  runtimeNames,
  runtimes,
  typecheck,
  withinBudget,
} from "@polyplug/repo-tools";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostAndBelow, packedProject, published, tree } from "./packed-project.ts";

const tsc = join(tree.root, "node_modules/.bin/tsc");

let folder = "";
let packed: PackedPackage[] = [];
let installed: readonly Runtime[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug-packed-"));
  packed = await packPackages(tree.root, published, folder);
  installed = await runtimes(tree);
});
afterAll(() => rm(folder, { recursive: true }));

function runtimeOf(name: string): Runtime {
  const found = installed.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no runtime ${name}`);
  return found;
}

describe("the packed packages", () => {
  test.each(published)("$name passes publint and arethetypeswrong", async ({ name }) => {
    const violations = await Promise.all(packed.filter((one) => one.name === name).map(packageShape));
    expect(violations).toHaveLength(1);
    expect(violations.flat().map(describeViolation)).toEqual([]);
  });

  test.each(published)("$name would be published without a warning", async ({ folder }) => {
    expect((await publishWarnings(tree.root, folder)).map(describeViolation)).toEqual([]);
  });

  test("have nothing in them that is there for their tests", () => {
    const files = packed.flatMap(({ name, files }) => files.map((file) => `${name}/${file}`));
    const ofTemplates = /^create-polyplug\/templates\//;
    expect(files.filter((file) => /\/(tests?|fixtures?)\/|\.test\./.test(file) && !ofTemplates.test(file))).toEqual([]);
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
    consumer = await packedProject(join(folder, "consumer"), tarballs);
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
    consumer = await packedProject(join(folder, "libraries"), [...tarballs, ...outside]);
  });

  // Nothing but the declarations of the DOM has WebAssembly, so programs for Node that call it need both.
  const surroundings = {
    "the web": { lib: ["es2022", "dom"], types: [] },
    Node: { lib: ["es2022", "dom"], types: ["node"], typeRoots: [join(tree.root, "node_modules/@types")] },
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

    // Elsewhere the host is promised, and no more.
    const isOfHost = path === "README.md" || path === "packages/host/README.md";
    const names = runtimeNames.filter((one) => isOfHost || one.startsWith("Node"));
    test.each(names)("on %s", async (runtime) => {
      const { program, host } = runtimeOf(runtime);
      const ran = await run(program, [...host, `${name}.js`], consumer);
      expect(ran).toEqual({ exitCode: 0, stdout: `${output}\n`, stderr: "" });
    });
  });
});
