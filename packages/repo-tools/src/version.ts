// What `changeset version` does not know of: files of other package managers, and npm's lock.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { carriedFiles } from "./carried-versions.ts";
import { runOrThrow } from "./run.ts";
import { readTree } from "./tree.ts";

const root = process.cwd();
for (const { path, text } of carriedFiles(readTree(root))) await writeFile(join(root, path), text);
await runOrThrow("npm", ["install", "--package-lock-only", "--ignore-scripts", "--prefer-offline"], root);
