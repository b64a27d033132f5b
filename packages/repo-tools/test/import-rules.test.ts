import { declaredDependencies, describeViolation, importsDownward, noInternals } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";
import { fixtureTree, manifest } from "./fixture-tree.ts";

const packages = {
  "package.json": manifest({ devDependencies: { vitest: "^5.0.0" } }),
  "packages/errors/package.json": manifest({ name: "@polyplug/errors", exports: { ".": "./src/index.ts" } }),
  "packages/wasi/package.json": manifest({ name: "@polyplug/wasi", exports: { ".": "./src/index.ts" } }),
  "packages/host/package.json": manifest({ name: "@polyplug/host", exports: { ".": "./src/index.ts" } }),
  "packages/toolchains/package.json": manifest({
    name: "@polyplug/toolchains",
    private: true,
    exports: { ".": "./src/index.ts" },
  }),
  "packages/bench/package.json": manifest({
    name: "@polyplug/bench",
    private: true,
    exports: { ".": "./src/index.ts" },
  }),
  "packages/repo-tools/package.json": manifest({ name: "@polyplug/repo-tools", private: true }),
};

describe("importsDownward", () => {
  const check = (files: Record<string, string>) =>
    importsDownward(fixtureTree({ ...packages, ...files })).map(describeViolation);

  test("lets a package import from below", () => {
    expect(check({ "packages/host/src/load.ts": 'import { PluginError } from "@polyplug/errors";' })).toEqual([]);
  });

  test.each([
    ["a static import", 'import { loadPlugin } from "@polyplug/host";'],
    ["an export", 'export * from "@polyplug/host";'],
    ["a dynamic import", 'const host = await import("@polyplug/host");'],
    ["a type", 'type Plugin = import("@polyplug/host").Plugin;'],
    ["a type-only import", 'import type { Plugin } from "@polyplug/host";'],
    ["a subpath", 'import "@polyplug/host/platform";'],
  ])("refuses %s from above", (_what, text) => {
    expect(check({ "packages/wasi/src/clock.ts": `\n${text}` })).toEqual([
      "packages/wasi/src/clock.ts:2: imports @polyplug/host, which is not below @polyplug/wasi",
    ]);
  });

  test("keeps siblings apart", () => {
    expect(check({ "packages/repo-tools/src/run.ts": 'import "@polyplug/bench";' })).toEqual([
      "packages/repo-tools/src/run.ts:1: imports @polyplug/bench, which is not below @polyplug/repo-tools",
    ]);
  });

  test("lets tests, and nothing else, use private packages from above", () => {
    const text = 'import "@polyplug/toolchains";';
    expect(check({ "packages/host/test/load.test.ts": text, "packages/host/src/load.ts": text })).toEqual([
      "packages/host/src/load.ts:1: imports @polyplug/toolchains, which is not below @polyplug/host",
    ]);
  });

  test("is not taken in by a comment or a string", () => {
    const text = '// import "@polyplug/host"\nexport const text: string = \'import "@polyplug/host"\';';
    expect(check({ "packages/wasi/src/clock.ts": text })).toEqual([]);
  });

  test("asks for the layer of a new package", () => {
    expect(check({ "packages/novelty/package.json": manifest({ name: "@polyplug/novelty" }) })).toEqual([
      "packages/novelty/package.json: has no layer: give it one in layers.ts",
    ]);
  });
});

describe("noInternals", () => {
  const check = (files: Record<string, string>) =>
    noInternals(fixtureTree({ ...packages, ...files })).map(describeViolation);

  test("lets a module import its own package's files and other packages by name", () => {
    const text = 'import "./grant.ts"; import "../test/clock.ts"; import "@polyplug/errors"; import "node:fs";';
    expect(check({ "packages/wasi/src/clock.ts": text })).toEqual([]);
  });

  test("lets what nobody installs show the examples", () => {
    const text = 'import "../../../examples/text-filter/text-filter.contract.ts";';
    const path = (name: string) => `packages/${name}/src/show.ts`;
    const found = check({ [path("bench")]: text, [path("wasi")]: text });
    expect(found).toEqual([expect.stringContaining("reaches out of packages/wasi by a path")]);
  });

  test("lets a configuration build on the root's", () => {
    expect(check({ "packages/wasi/tsdown.config.ts": 'import "../../tsdown.base.ts";' })).toEqual([]);
  });

  test.each([
    ["packages/wasi/src/clock.ts", "../../errors/src/plugin-error.ts", "reaches into packages/errors by a path"],
    ["examples/adder/main.ts", "../../packages/host/src/index.ts", "reaches into packages/host by a path"],
    ["packages/wasi/src/clock.ts", "../../../scripts/start.mjs", "reaches out of packages/wasi by a path"],
    ["packages/wasi/src/clock.ts", "@polyplug/errors/src/plugin-error.ts", "does not export"],
    ["packages/wasi/src/clock.ts", "@polyplug/novelty", "does not exist"],
  ])("refuses in %s an import of %s", (path, specifier, reason) => {
    expect(check({ [path]: `import "${specifier}";` })).toEqual([expect.stringContaining(reason)]);
  });
});

describe("declaredDependencies", () => {
  const check = (fields: Record<string, unknown>, files: Record<string, string>) =>
    declaredDependencies(
      fixtureTree({
        "package.json": manifest({ devDependencies: { vitest: "^5.0.0" } }),
        "packages/wasi/package.json": manifest({ name: "@polyplug/wasi", ...fields }),
        ...files,
      }),
    ).map(describeViolation);

  test("takes what is declared and used", () => {
    const files = {
      "packages/wasi/src/clock.ts": 'import "@polyplug/errors";',
      "packages/wasi/test/clock.test.ts": 'import "vitest"; import "wabt"; import "@polyplug/wasi";',
    };
    expect(check({ dependencies: { "@polyplug/errors": "1.0.0" }, devDependencies: { wabt: "1" } }, files)).toEqual([]);
  });

  test("leaves to the guest of a case what its world names", () => {
    const text = 'import "print-line";';
    expect(check({}, { "packages/wasi/cases/clock/plugin.js": text })).toEqual([]);
    expect(check({}, { "packages/wasi/cases/clock/host.ts": text })).toHaveLength(1);
  });

  test("finds what is used and not declared", () => {
    expect(check({}, { "packages/wasi/src/clock.ts": 'import type { A } from "@polyplug/errors";' })).toEqual([
      "packages/wasi/src/clock.ts:1: imports @polyplug/errors, which is not in the dependencies of @polyplug/wasi",
    ]);
    expect(check({}, { "packages/wasi/test/clock.test.ts": 'import "wabt/index.js";' })).toEqual([
      "packages/wasi/test/clock.test.ts:1: imports wabt, which is not in the devDependencies of @polyplug/wasi",
    ]);
  });

  test("does not let shipped code lean on what users do not get", () => {
    const files = { "packages/wasi/src/clock.ts": 'import "wabt"; import "vitest";' };
    expect(check({ devDependencies: { wabt: "1" } }, files)).toHaveLength(2);
    expect(check({ private: true, devDependencies: { wabt: "1" } }, files)).toEqual([]);
  });

  test("finds what is declared and not used", () => {
    const files = { "packages/wasi/test/clock.test.ts": 'import "@polyplug/errors";' };
    expect(check({ dependencies: { "@polyplug/errors": "1.0.0" } }, files)).toEqual([
      "packages/wasi/package.json: depends on @polyplug/errors and never imports it",
    ]);
  });
});
