import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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
  const outside = new Map<string, string>();
  const visit = (from: string, { dependencies, optionalDependencies }: Manifest): void => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (name.startsWith("@polyplug/") || outside.has(name)) continue;
      const folder = installedFolder(root, from, name);
      if (folder === undefined) {
        // Of what is optional, only that of this machine is installed.
        if (optionalDependencies?.[name] !== undefined) continue;
        throw new Error(`${name} is not installed, which ${from} depends on: run npm ci`);
      }
      outside.set(name, folder);
      visit(folder, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    }
  };
  for (const { folder, manifest } of packages) visit(join(root, folder), manifest);
  return Promise.all([...outside.values()].map(async (folder) => join(into, (await pack(folder, into)).filename)));
}

/** Where a package finds another: beside itself, or above, as far as the repository's root. */
function installedFolder(root: string, from: string, name: string): string | undefined {
  const found = join(from, "node_modules", name);
  if (existsSync(join(found, "package.json"))) return found;
  return from === root ? undefined : installedFolder(root, dirname(from), name);
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
