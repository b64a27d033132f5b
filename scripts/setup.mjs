import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./run-child.mjs";
import { step } from "./step.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

const bin = join(root, "node_modules", ".bin");

/**
 * The environment of every tool: this repository's own programs, the newer Node among them, come first, and temporary
 * files go where they are removed.
 */
export const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
  TMPDIR: temporaryFolder(),
  TURBO_TELEMETRY_DISABLED: "1",
};

/** The Node that came with the packages. It runs TypeScript as it is. */
export const node = join(bin, "node");

/** Installs the packages of the lock file, unless exactly these are there. */
export async function installPackages() {
  if (await isInstalled()) return;
  await step("install npm packages", () =>
    runChild("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, env }),
  );
  if (!existsSync(node)) throw new Error(`npm ran no install script of the package node: there is no ${node}`);
}

/** Builds the published packages. What has not changed comes from turbo's cache. */
export async function buildPackages() {
  const args = ["run", "build", "--output-logs=errors-only"];
  await step("build packages", () => runChild(join(bin, "turbo"), args, { cwd: root, env }));
}

/**
 * Whether npm installed what the lock file says. npm writes down what it installed, last of all: an interrupted
 * installation left no such record, and one made by hand did.
 */
async function isInstalled() {
  const [wanted, found] = await Promise.all([
    lockedPackages(join(root, "package-lock.json")),
    lockedPackages(join(root, "node_modules", ".package-lock.json")),
  ]);
  const same = ([path, { version, integrity }]) =>
    found[path] !== undefined && found[path].version === version && found[path].integrity === integrity;
  // Folders of this repository stand in the lock file under their own path as well, where npm's record leaves them out.
  const entries = Object.entries(wanted).filter(([path]) => path.startsWith("node_modules/"));
  // Packages for other systems are locked and not installed.
  return entries.every((entry) => same(entry) || (entry[1].optional === true && found[entry[0]] === undefined));
}

async function lockedPackages(path) {
  try {
    return JSON.parse(await readFile(path, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}
