import type { PackedPackage } from "./packed-package.ts";
import type { Violation } from "./violation.ts";

/** The most bytes that a package may have. */
export interface SizeBudget {
  /** As a tarball. */
  readonly packed: number;
  /** As files. */
  readonly unpacked: number;
}

const sizeBudgets: Readonly<Record<string, SizeBudget>> = {
  "@polyplug/errors": { packed: 10_000, unpacked: 30_000 },
  "@polyplug/wasm-binary": { packed: 40_000, unpacked: 150_000 },
  "@polyplug/abi": { packed: 60_000, unpacked: 210_000 },
  "@polyplug/component": { packed: 25_000, unpacked: 75_000 },
  "@polyplug/wasi": { packed: 55_000, unpacked: 195_000 },
  "@polyplug/metering": { packed: 15_000, unpacked: 45_000 },
  "@polyplug/host": { packed: 130_000, unpacked: 430_000 },
  "@polyplug/bindgen": { packed: 1_500_000, unpacked: 5_000_000 },
  "@polyplug/typings": { packed: 25_000, unpacked: 75_000 },
  "@polyplug/build": { packed: 55_000, unpacked: 175_000 },
  "create-polyplug": { packed: 25_000, unpacked: 80_000 },
  "@polyplug/sdk-assemblyscript": { packed: 20_000, unpacked: 60_000 },
  "@polyplug/sdk-javascript": { packed: 10_000, unpacked: 25_000 },
  polyplug: { packed: 40_000, unpacked: 140_000 },
};

/** The most bytes that `@polyplug/host` may bring into a project's `node_modules`, all it depends on included. */
export const installedHostBudget = 1_100_000;

/** Every published package has a budget and keeps it. */
export function withinBudget(
  packages: readonly PackedPackage[],
  budgets: Readonly<Record<string, SizeBudget>> = sizeBudgets,
): Violation[] {
  const unknown = Object.keys(budgets)
    .filter((name) => !packages.some((one) => one.name === name))
    .map((name) => ({ path: "packages", reason: `has no published package ${name}, which has a size budget` }));
  return [...unknown, ...packages.flatMap((one) => overspent(one, budgets[one.name]))];
}

function overspent({ folder, packedSize, unpackedSize }: PackedPackage, budget: SizeBudget | undefined): Violation[] {
  if (budget === undefined) return [{ path: folder, reason: "has no size budget" }];
  const spent = [
    { what: "packed", actual: packedSize, allowed: budget.packed },
    { what: "unpacked", actual: unpackedSize, allowed: budget.unpacked },
  ];
  return spent
    .filter(({ actual, allowed }) => actual > allowed)
    .map(({ what, actual, allowed }) => ({
      path: folder,
      reason: `has ${actual} bytes ${what}, more than the ${allowed} of its budget`,
    }));
}
