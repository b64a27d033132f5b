import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "./run.ts";
import type { Tree } from "./tree.ts";
import { type Manifest, readManifest } from "./workspace-package.ts";

/** What the packages are promised to run on. */
export interface Runtime {
  /** `Node 20`, `Deno`. */
  readonly name: string;
  /** The absolute path. */
  readonly program: string;
  /** What it is told before a module that loads plugins: what that has to be allowed, where nothing is by itself. */
  readonly host: readonly string[];
  /** The same before the module of `polyplug`. */
  readonly cli: readonly string[];
}

const folder = "packages/repo-tools/runtimes";

/** Where the npm packages have their programs, whatever the system. */
const programs: Readonly<Record<string, string>> = {
  node20: "bin/node",
  node22: "bin/node",
  node24: "bin/node",
  deno: "deno",
  bun: "bin/bun.exe",
};

/** The names, for tests that are made before any of the runtimes is installed. */
export const runtimeNames: readonly string[] = ["Node 20", "Node 22", "Node 24", "Node 26", "Deno", "Bun"];

/**
 * The supported runtimes: those of `runtimes/`, installed at first use and when another version is asked for, and the
 * workspace's own Node.
 */
export async function runtimes(tree: Tree): Promise<Runtime[]> {
  const modules = join(tree.root, folder, "node_modules");
  const { dependencies = {} } = readManifest(tree, `${folder}/package.json`);
  const path = (alias: string) => join(modules, alias, programs[alias] ?? alias);
  const isInstalled = ([alias, specifier]: [string, string]): boolean => {
    if (!existsSync(path(alias))) return false;
    const { version }: Manifest = JSON.parse(readFileSync(join(modules, alias, "package.json"), "utf8"));
    return specifier.replace(/^npm:node@/, "") === version;
  };
  if (!Object.entries(dependencies).every(isInstalled)) {
    // `npm ci` wants the packages of all platforms in the lock, and a lock has those of the platform that it was made on.
    await runOrThrow("npm", ["install", "--no-save", "--prefer-offline"], join(tree.root, folder));
  }
  const trusting = (name: string, program: string): Runtime => ({ name, program, host: [], cli: [] });
  const allowed = ["run", "--no-prompt", "--allow-read", "--allow-write=."];
  return [
    trusting("Node 20", path("node20")),
    trusting("Node 22", path("node22")),
    trusting("Node 24", path("node24")),
    trusting("Node 26", join(tree.root, "node_modules/node/bin/node")),
    { name: "Deno", program: path("deno"), host: allowed, cli: [...allowed, "--allow-env"] },
    trusting("Bun", path("bun")),
  ];
}
