import { readFile } from "node:fs/promises";
import { BuildError } from "../build-error.ts";

/** A JSON file's content, which is an object. */
export async function readJson(path: string): Promise<object> {
  const action = `read ${path}`;
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new BuildError(action, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BuildError(action, "it is no JSON object");
  }
  return value;
}
