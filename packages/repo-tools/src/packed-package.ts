import { join } from "node:path";
import { runOrThrow } from "./run.ts";
import type { WorkspacePackage } from "./workspace-package.ts";

/** A package as npm would upload it. */
export interface PackedPackage extends WorkspacePackage {
  /** The absolute path of the `.tgz`. */
  readonly tarball: string;
  /** In bytes. */
  readonly packedSize: number;
  /** In bytes. */
  readonly unpackedSize: number;
}

interface PackReport {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
}

/** Builds the packages and puts their tarballs into a folder. What is built already is not built again. */
export async function packPackages(
  root: string,
  packages: readonly WorkspacePackage[],
  into: string,
): Promise<PackedPackage[]> {
  await buildPackages(root, packages);
  return Promise.all(
    packages.map(async (one) => {
      const output = await runOrThrow("npm", ["pack", "--json", "--pack-destination", into], join(root, one.folder));
      const [report] = reports(JSON.parse(output));
      if (report === undefined) throw new Error(`cannot pack ${one.name}: npm reported nothing`);
      return {
        ...one,
        tarball: join(into, report.filename),
        packedSize: report.size,
        unpackedSize: report.unpackedSize,
      };
    }),
  );
}

/** Builds through turbo, which knows the order and what is current. */
export async function buildPackages(root: string, packages: readonly WorkspacePackage[]): Promise<void> {
  const filters = packages.map(({ name }) => `--filter=${name}`);
  await runOrThrow(
    join(root, "node_modules/.bin/turbo"),
    ["run", "build", "--output-logs=errors-only", ...filters],
    root,
  );
}

/** npm has reported a list, and later an object by package name. */
function reports(output: readonly PackReport[] | Readonly<Record<string, PackReport>>): PackReport[] {
  return Object.values(output);
}
