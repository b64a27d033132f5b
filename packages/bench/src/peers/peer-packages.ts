import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type OnProgress, repository, tellProgress } from "@polyplug/toolchains";

const project = fileURLToPath(new URL("../../peers/", import.meta.url));
const files = [".npmrc", "package.json", "package-lock.json"];

/** Asks for packages from the folder that it lies in. */
const importer = "import-package.mjs";

/** Packages that npm installed for nobody but the bench. */
export class PeerPackages {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Imports a package by its name. */
  async import<Module>(name: string): Promise<Module> {
    const { default: load } = await import(pathToFileURL(join(this.folder, importer)).href);
    return await load(name);
  }

  async versionOf(name: string): Promise<string> {
    const manifest = await readFile(join(this.folder, "node_modules", name, "package.json"), "utf8");
    return JSON.parse(manifest).version;
  }
}

/** The packages of the peers, installed into the cache on the first run: they are hundreds of megabytes. */
export async function peerPackages(onProgress: OnProgress): Promise<PeerPackages> {
  const contents = await Promise.all(files.map((file) => readFile(join(project, file))));
  const hash = createHash("sha256").update(Buffer.concat([Buffer.from(process.version), ...contents]));
  const folder = join(repository, ".cache", "bench-peers", hash.digest("hex").slice(0, 16));
  if (!existsSync(folder)) await tellProgress("install the peers from npm", onProgress, () => install(folder));
  return new PeerPackages(folder);
}

/** The folder appears whole or not at all. */
async function install(folder: string): Promise<void> {
  const workshop = `${folder}.${process.pid}`;
  await mkdir(workshop, { recursive: true });
  try {
    for (const file of files) await copyFile(join(project, file), join(workshop, file));
    await writeFile(join(workshop, importer), "export default (name) => import(name);\n");
    await npmInstall(workshop);
    if (!existsSync(folder)) await rename(workshop, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** As the lock says. `npm ci` would refuse a lock that was made where packages for other systems were not to be had. */
async function npmInstall(folder: string): Promise<void> {
  const args = ["install", "--no-save", "--loglevel=error"];
  try {
    await promisify(execFile)("npm", args, { cwd: folder, env: ownEnvironment(), maxBuffer: 2 ** 26 });
  } catch (error) {
    throw new Error(`npm cannot install it: ${reasonIn(String(Reflect.get(Object(error), "stderr")))}`, {
      cause: error,
    });
  }
}

/** What npm says first is what went wrong. Where it asked for the packages concerns nobody. */
function reasonIn(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.replace(/^npm error ?/, "").trim());
  return lines
    .filter((line) => line !== "")
    .slice(0, 2)
    .join(" ")
    .replaceAll(/\bhttps?:\S+/g, "the registry");
}

/** Without what `npm run` tells the programs that it runs: it is about another project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));
}
