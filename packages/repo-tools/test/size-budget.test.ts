import { describeViolation, type PackedPackage, withinBudget } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";

const wasi: PackedPackage = {
  name: "@polyplug/wasi",
  id: "wasi",
  folder: "packages/wasi",
  manifest: {},
  isPublished: true,
  tarball: "wasi.tgz",
  packedSize: 100,
  unpackedSize: 300,
  files: [],
};

describe("withinBudget", () => {
  const check = (budgets: Parameters<typeof withinBudget>[1]) => withinBudget([wasi], budgets).map(describeViolation);

  test("takes a package with exactly the bytes of its budget", () => {
    expect(check({ "@polyplug/wasi": { packed: 100, unpacked: 300 } })).toEqual([]);
  });

  test("refuses one byte more", () => {
    expect(check({ "@polyplug/wasi": { packed: 99, unpacked: 299 } })).toEqual([
      "packages/wasi: has 100 bytes packed, more than the 99 of its budget",
      "packages/wasi: has 300 bytes unpacked, more than the 299 of its budget",
    ]);
  });

  test("refuses a package without a budget, and a budget without a package", () => {
    expect(check({ "@polyplug/abi": { packed: 1, unpacked: 1 } })).toEqual([
      "packages: has no published package @polyplug/abi, which has a size budget",
      "packages/wasi: has no size budget",
    ]);
  });
});
