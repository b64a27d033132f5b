import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generatedFiles } from "./generated-files.ts";
import { buildPackages } from "./packed-package.ts";
import { readTree } from "./tree.ts";
import { workspacePackages } from "./workspace-package.ts";

const root = join(import.meta.dirname, "../../..");
const tree = readTree(root);
await buildPackages(
  root,
  workspacePackages(tree).filter(({ isPublished, manifest }) => isPublished && manifest.exports !== undefined),
);
for (const { path, make } of generatedFiles(tree)) {
  await writeFile(join(root, path), make());
  console.log(path);
}
