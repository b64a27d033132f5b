import { basename } from "node:path";
import { projectFiles } from "../project/project-files.ts";

/**
 * The headers of a project that take the place of generated ones, by paths from its folder: a class behind a resource that
 * a plugin exports is the author's own, since what wit-bindgen writes for it has no members.
 */
export async function classHeaders(folder: string): Promise<readonly string[]> {
  return (await projectFiles(folder)).filter((path) => /^exports-.+\.h$/.test(basename(path)));
}
