import type { Tree } from "./tree.ts";

/** The fields of a `package.json` that a rule reads. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly type?: string;
  readonly repository?: unknown;
  readonly engines?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** One package of the workspace. */
export interface WorkspacePackage {
  readonly name: string;
  /** Its folder's own name, which is its name in the layers: `wasm-binary`. */
  readonly id: string;
  /** From the root: `packages/wasm-binary`. */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly isPublished: boolean;
}

export function readManifest(tree: Tree, path: string): Manifest {
  return JSON.parse(tree.read(path));
}

/** Every package of the workspace, by folder. */
export function workspacePackages(tree: Tree): WorkspacePackage[] {
  return tree.paths.flatMap((path) => {
    const id = /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1];
    if (id === undefined) return [];
    const manifest = readManifest(tree, path);
    return [
      {
        name: manifest.name ?? id,
        id,
        folder: `packages/${id}`,
        manifest,
        isPublished: manifest.private !== true,
      },
    ];
  });
}
