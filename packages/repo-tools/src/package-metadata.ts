import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";
import { readManifest, type WorkspacePackage, workspacePackages } from "./workspace-package.ts";

const license = "Apache-2.0";

/** Each package says what it is and under which terms; a published one also carries those terms, and what npm shows. */
export function packageMetadata(tree: Tree): Violation[] {
  const root = readManifest(tree, "package.json");
  const ofRoot = root.license === license ? [] : [{ path: "package.json", reason: `has no license ${license}` }];
  return [
    ...ofRoot,
    ...workspacePackages(tree).flatMap((one) =>
      [...shortcomings(tree, one), ...(one.isPublished ? unfitToPublish(tree, one, root.engines?.["node"]) : [])].map(
        (reason) => ({ path: `${one.folder}/package.json`, reason }),
      ),
    ),
  ];
}

function shortcomings(tree: Tree, { folder, manifest }: WorkspacePackage): string[] {
  return lines(
    [manifest.license === license, `has no license ${license}`],
    [(manifest.description ?? "") !== "", "has no description"],
    [manifest.type === "module", 'has no type "module"'],
    [tree.paths.includes(`${folder}/README.md`), "has no README.md beside it"],
  );
}

function unfitToPublish(tree: Tree, { folder, manifest }: WorkspacePackage, node: string | undefined): string[] {
  const terms = `${folder}/LICENSE`;
  return lines(
    [(manifest.keywords ?? []).length > 0, "has no keywords"],
    [(manifest.files ?? []).length > 0, "has no files, so that npm packs everything"],
    [manifest.engines?.["node"] === node, `does not ask for Node ${node} as the root does`],
    [manifest.repository === undefined, "names a repository, and there is none in public"],
    [
      tree.paths.includes(terms) && tree.paths.includes("LICENSE") && tree.read(terms) === tree.read("LICENSE"),
      "has no copy of the root's LICENSE beside it",
    ],
  );
}

function lines(...checks: readonly (readonly [holds: boolean, otherwise: string])[]): string[] {
  return checks.filter(([holds]) => !holds).map(([, otherwise]) => otherwise);
}
