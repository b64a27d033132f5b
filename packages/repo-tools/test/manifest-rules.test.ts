import { carriedVersions, currentLock, describeViolation, oneVersion, packageMetadata } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";
import { fixtureTree, manifest } from "./fixture-tree.ts";

describe("oneVersion", () => {
  const check = (root: object, wasi: object) =>
    oneVersion(
      fixtureTree({
        "package.json": manifest({ ...root }),
        "packages/errors/package.json": manifest({ name: "@polyplug/errors", version: "0.1.0" }),
        "packages/wasi/package.json": manifest({ name: "@polyplug/wasi", version: "0.1.0", ...wasi }),
      }),
    ).map(describeViolation);

  test("takes one range of each dependency", () => {
    const wabt = { devDependencies: { wabt: "^1.0.0" } };
    expect(check(wabt, { ...wabt, dependencies: { "@polyplug/errors": "0.1.0" } })).toEqual([]);
  });

  test("refuses a second range", () => {
    expect(check({ devDependencies: { wabt: "^1.0.0" } }, { devDependencies: { wabt: "^1.0.1" } })).toEqual([
      "packages/wasi/package.json: asks for wabt ^1.0.1, but package.json has ^1.0.0",
    ]);
  });

  test("refuses another version of a package of the workspace", () => {
    expect(check({}, { dependencies: { "@polyplug/errors": "0.0.9" } })).toEqual([
      "packages/wasi/package.json: asks for @polyplug/errors 0.0.9, but packages/errors/package.json has 0.1.0",
    ]);
  });

  test("has templates name no version of ours", () => {
    const template = (range: string) =>
      fixtureTree({
        "package.json": manifest({}),
        "packages/errors/package.json": manifest({ name: "@polyplug/errors", version: "0.1.0" }),
        "packages/new/templates/c/package.json": manifest({ dependencies: { "@polyplug/errors": range } }),
      });
    expect(oneVersion(template("^0.0.0"))).toEqual([]);
    expect(oneVersion(template("0.1.0")).map(describeViolation)).toEqual([
      "packages/new/templates/c/package.json: asks for @polyplug/errors 0.1.0, but every template has ^0.0.0",
    ]);
  });
});

describe("carriedVersions", () => {
  const crate = (version: string) => `[package]\nname = "polyplug-sdk"\nversion = "${version}"\nedition = "2024"\n`;
  const check = (carrier: string, toml: string, lock: string) =>
    carriedVersions(
      fixtureTree({
        "packages/errors/package.json": manifest({ name: "@polyplug/errors", version: "0.1.0" }),
        "packages/bench/package.json": manifest({ name: "@polyplug/bench", version: "0.0.0", private: true }),
        "sdk-rust/package.json": manifest({ name: "@polyplug/sdk-rust", version: carrier, private: true }),
        "sdk-rust/Cargo.toml": crate(toml),
        "sdk-rust/Cargo.lock": `[[package]]\nname = "log"\nversion = "0.4.27"\n\n[${crate(lock)}`,
      }),
    ).map(describeViolation);

  test("takes one version everywhere", () => {
    expect(check("0.1.0", "0.1.0", "0.1.0")).toEqual([]);
  });

  test("refuses a carrier of another version than the packages", () => {
    expect(check("0.2.0", "0.2.0", "0.2.0")).toEqual([
      "sdk-rust/package.json: has version 0.2.0, and packages/errors has 0.1.0",
    ]);
  });

  test.each([
    ["Cargo.toml", "0.0.9", "0.1.0"],
    ["Cargo.lock", "0.1.0", "0.0.9"],
  ])("refuses another version in %s", (file, toml, lock) => {
    expect(check("0.1.0", toml, lock)).toEqual([
      `sdk-rust/${file}: has another version than the package.json beside it: npm run version`,
    ]);
  });
});

describe("currentLock", () => {
  const files = {
    "package.json": manifest({ devDependencies: { vitest: "^5.0.0" } }),
    "packages/wasi/package.json": manifest({ dependencies: { "@polyplug/errors": "0.1.0" } }),
  };
  const locked = {
    "": { devDependencies: { vitest: "^5.0.0" } },
    "packages/wasi": { dependencies: { "@polyplug/errors": "0.1.0" } },
  };
  const check = (packages: object) =>
    currentLock(fixtureTree({ ...files, "package-lock.json": manifest({ packages }) })).map(describeViolation);

  test("takes a lock that agrees", () => {
    expect(check(locked)).toEqual([]);
  });

  test.each([
    ["has another range", { ...locked, "": { devDependencies: { vitest: "^4.0.0" } } }, "package.json"],
    ["lacks a dependency", { ...locked, "packages/wasi": {} }, "packages/wasi/package.json"],
    ["lacks a package", { "": locked[""] }, "packages/wasi/package.json"],
  ])("refuses a lock that %s", (_what, packages, file) => {
    expect(check(packages)).toEqual([`package-lock.json: does not agree with ${file}: run npm install`]);
  });

  test("refuses a lock that nobody committed", () => {
    const tree = fixtureTree({ ...files, "package-lock.json": manifest({ packages: locked }) });
    expect(currentLock({ ...tree, tracked: new Set() }).map(describeViolation)).toEqual([
      "package-lock.json: is not committed",
    ]);
  });
});

describe("packageMetadata", () => {
  const fields = {
    name: "@polyplug/wasi",
    description: "WASI for plugins",
    keywords: ["wasi"],
    license: "Apache-2.0",
    type: "module",
    engines: { node: ">=20.20" },
    files: ["dist"],
  };
  const check = (changed: object, files: Record<string, string> = { "packages/wasi/LICENSE": "terms" }) =>
    packageMetadata(
      fixtureTree({
        "package.json": manifest({ license: "Apache-2.0", engines: { node: ">=20.20" } }),
        LICENSE: "terms",
        "packages/wasi/package.json": manifest({ ...fields, ...changed }),
        "packages/wasi/README.md": "",
        ...files,
      }),
    ).map(({ reason }) => reason);

  test("takes a package with everything", () => {
    expect(check({})).toEqual([]);
  });

  test.each([
    [{ license: "MIT" }, "has no license Apache-2.0"],
    [{ description: "" }, "has no description"],
    [{ type: undefined }, 'has no type "module"'],
    [{ keywords: [] }, "has no keywords"],
    [{ files: undefined }, "has no files, so that npm packs everything"],
    [{ engines: { node: ">=18" } }, "does not ask for Node >=20.20 as the root does"],
    [{ repository: "polyplug/polyplug" }, "names a repository, and there is none in public"],
  ])("refuses %o", (changed, reason) => {
    expect(check(changed)).toEqual([reason]);
  });

  test.each<Record<string, string>>([{}, { "packages/wasi/LICENSE": "other terms" }])(
    "wants the root's terms in what is published, not in %o",
    (files) => {
      expect(check({}, files)).toEqual(["has no copy of the root's LICENSE beside it"]);
      expect(check({ private: true }, files)).toEqual([]);
    },
  );

  test("wants a README everywhere", () => {
    const tree = fixtureTree({
      "package.json": manifest({ license: "Apache-2.0" }),
      "packages/bench/package.json": manifest({ ...fields, private: true }),
    });
    expect(packageMetadata(tree).map(({ reason }) => reason)).toEqual(["has no README.md beside it"]);
  });
});
