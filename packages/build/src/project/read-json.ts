import { messageOf } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";
import { readText } from "./read-text.ts";

/** A JSON file's content, which is an object. */
export async function readJson(path: string): Promise<object> {
  const action = `read ${path}`;
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BuildError(action, `it is no JSON: ${messageOf(cause)}`, { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BuildError(action, "it is no JSON object");
  }
  return value;
}
