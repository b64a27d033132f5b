import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { readManifest, workspacePackages } from "./workspace-package.ts";

/** The whole repository asks for one range of each dependency; of its own packages, for the version that is here. */
export function oneVersion(tree: Tree): Violation[] {
  const wanted = new Map(
    workspacePackages(tree).map(({ name, folder, manifest }) => [
      name,
      { range: manifest.version ?? "0.0.0", path: `${folder}/package.json` },
    ]),
  );
  return tree.paths.filter(isManifest).flatMap((path) => {
    const { dependencies, devDependencies, peerDependencies, optionalDependencies } = readManifest(tree, path);
    const ranges = [dependencies, devDependencies, peerDependencies, optionalDependencies].flatMap((field) =>
      Object.entries(field ?? {}),
    );
    return ranges.flatMap(([name, range]) => {
      const first = wanted.get(name);
      if (first === undefined) wanted.set(name, { range, path });
      if (first === undefined || first.range === range) return [];
      return [{ path, reason: `asks for ${name} ${range}, but ${first.path} has ${first.range}` }];
    });
  });
}

function isManifest(path: string): boolean {
  return /(^|\/)package\.json$/.test(path);
}
