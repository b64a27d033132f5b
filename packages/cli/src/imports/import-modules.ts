import { Console } from "node:console";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fileFault, messageOf, PluginError } from "@polyplug/errors";
import { withRunnable } from "../programs/with-runnable.ts";
import type { Offered } from "./offered-imports.ts";

/** Whose stdout is. */
export interface ModuleStreams {
  /** Whether one document has to be all that is written there. */
  readonly json: boolean;
}

/**
 * What modules offer to a plugin: all that they export, and what is in the objects that they export by default. What they
 * log goes to stderr where stdout is not theirs. Throws `bad-argument` for one that cannot be run or offers nothing.
 */
export async function readImportModules(
  files: readonly string[] | undefined,
  { json }: ModuleStreams,
): Promise<Offered> {
  if (json && files !== undefined) globalThis.console = new Console(process.stderr);
  const offered: Record<string, unknown> = {};
  for (const file of files ?? []) Object.assign(offered, await readImportModule(file));
  return offered;
}

async function readImportModule(file: string): Promise<Offered> {
  const path = resolve(file);
  const refuse = (reason: string, cause?: unknown): never => {
    throw new PluginError({ code: "bad-argument", action: `import ${file}`, reason, path: file, cause });
  };
  await readFile(path).catch((cause: unknown) => refuse(fileFault(cause), cause));
  const module = await withRunnable(dirname(path), [basename(path)], ([program = path]) => {
    return import(pathToFileURL(program).href);
  }).catch((cause: unknown) => refuse(messageOf(cause), cause));
  const { default: whole = {}, ...named }: Record<string, unknown> = module;
  if (typeof whole !== "object" || whole === null) return refuse("what it exports by default is no object");
  const offered = { ...named, ...whole };
  return Object.keys(offered).length === 0 ? refuse("it exports nothing") : offered;
}
