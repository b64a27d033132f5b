import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { readManifest, workspacePackages } from "./workspace-package.ts";

/** A private package that has the version of something that npm does not publish. */
export interface Carrier {
  /** From the root: `sdk-rust`. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

/** A file with the text that it is to have. */
export interface CarriedFile {
  readonly path: string;
  readonly text: string;
}

/** Where else the version of a carrier stands. A module in Go has its version by a tag, and the sources in C have none. */
const places: readonly { readonly folder: string; readonly path: string; readonly version: RegExp }[] = [
  {
    folder: "sdk-rust",
    path: "sdk-rust/Cargo.toml",
    version: /(?<=^\[package\]\nname = "polyplug-sdk"\nversion = ")[^"]*/m,
  },
  { folder: "sdk-rust", path: "sdk-rust/Cargo.lock", version: /(?<=^name = "polyplug-sdk"\nversion = ")[^"]*/m },
];

export function carriers(tree: Tree): Carrier[] {
  return tree.paths.flatMap((path) => {
    const folder = /^(sdk-[^/]+)\/package\.json$/.exec(path)?.[1];
    if (folder === undefined) return [];
    const { name = folder, version = "" } = readManifest(tree, path);
    return [{ folder, name, version }];
  });
}

/** The files of other package managers, with the versions of their carriers. */
export function carriedFiles(tree: Tree): CarriedFile[] {
  const versions = new Map(carriers(tree).map(({ folder, version }) => [folder, version]));
  return places
    .filter(({ path }) => tree.paths.includes(path))
    .map(({ folder, path, version }) => {
      const text = tree.read(path);
      const own = versions.get(folder);
      if (own === undefined) throw new Error(`cannot set the version in ${path}: ${folder} has no package.json`);
      if (!version.test(text)) throw new Error(`cannot set the version in ${path}: it does not match ${version}`);
      return { path, text: text.replace(version, own) };
    });
}

/** Everything that is released has one version, wherever that stands. */
export function carriedVersions(tree: Tree): Violation[] {
  const released = [
    ...workspacePackages(tree)
      .filter(({ isPublished }) => isPublished)
      .map(({ folder, manifest }) => ({ folder, version: manifest.version })),
    ...carriers(tree),
  ];
  const [first] = released;
  const others = released
    .filter(({ version }) => version !== first?.version)
    .map(({ folder, version }) => ({
      path: `${folder}/package.json`,
      reason: `has version ${version}, and ${first?.folder} has ${first?.version}`,
    }));
  const stale = carriedFiles(tree)
    .filter(({ path, text }) => text !== tree.read(path))
    .map(({ path }) => ({ path, reason: "has another version than the package.json beside it: npm run version" }));
  return [...others, ...stale];
}
