import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "./run.ts";
import type { Manifest, WorkspacePackage } from "./workspace-package.ts";

/** A package as npm would upload it. */
export interface PackedPackage extends WorkspacePackage {
  /** The absolute path of the `.tgz`. */
  readonly tarball: string;
  /** In bytes. */
  readonly packedSize: number;
  /** In bytes. */
  readonly unpackedSize: number;
  /** What is in it, by path from its root. */
  readonly files: readonly string[];
}

interface PackReport {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
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
      const { filename, files, size, unpackedSize } = await pack(join(root, one.folder), into);
      const paths = files.map(({ path }) => path);
      return { ...one, tarball: join(into, filename), packedSize: size, unpackedSize, files: paths };
    }),
  );
}

/**
 * What packages need from outside the repository, and what that needs, as tarballs made of what is installed in it: no
 * network is asked.
 */
export async function packDependencies(
  root: string,
  packages: readonly WorkspacePackage[],
  into: string,
): Promise<string[]> {
  const modules = join(root, "node_modules");
  const outside = new Set<string>();
  const visit = ({ dependencies, optionalDependencies }: Manifest): void => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const path = join(modules, name, "package.json");
      // Of what is optional, only that of this machine is installed.
      if (name.startsWith("@polyplug/") || outside.has(name) || !existsSync(path)) continue;
      outside.add(name);
      visit(JSON.parse(readFileSync(path, "utf8")));
    }
  };
  for (const { manifest } of packages) visit(manifest);
  return Promise.all([...outside].map(async (name) => join(into, (await pack(join(modules, name), into)).filename)));
}

async function pack(folder: string, into: string): Promise<PackReport> {
  // Not in its folder: there npm would insist on what the package's own developers work with.
  const args = ["pack", folder, "--json", "--ignore-scripts", "--pack-destination", into];
  const [report] = reports(JSON.parse(await runOrThrow("npm", args, into)));
  if (report === undefined) throw new Error(`cannot pack ${folder}: npm reported nothing`);
  return report;
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
