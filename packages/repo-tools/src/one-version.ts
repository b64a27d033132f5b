import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { readManifest, workspacePackages } from "./workspace-package.ts";

/** What templates write for our own packages: whoever uses one puts the version of the day there. */
const ofTemplates = "^0.0.0";

/**
 * The whole repository asks for one range of each dependency; of its own packages, for the version that is here, and in
 * templates for none.
 */
export function oneVersion(tree: Tree): Violation[] {
  const own = workspacePackages(tree);
  const isOurs = (name: string) => own.some((one) => one.name === name);
  const wanted = new Map(
    own.map(({ name, folder, manifest }) => [
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
      const first =
        isTemplate(path) && isOurs(name) ? { range: ofTemplates, path: "every template" } : wanted.get(name);
      if (first === undefined) wanted.set(name, { range, path });
      if (first === undefined || first.range === range) return [];
      return [{ path, reason: `asks for ${name} ${range}, but ${first.path} has ${first.range}` }];
    });
  });
}

function isManifest(path: string): boolean {
  return /(^|\/)package\.json$/.test(path);
}

function isTemplate(path: string): boolean {
  return path.includes("/templates/");
}
