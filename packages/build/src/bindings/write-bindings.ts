import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bindgen } from "@polyplug/bindgen";
import { BuildError } from "../build-error.ts";
import { exists } from "../machine.ts";
import type { ReadContract } from "../plugin-language.ts";
import { languageOf } from "../plugin-languages.ts";
import type { Project } from "../project/project.ts";
import { withContract } from "../with-contract.ts";

/** How bindings are written. */
export interface BindingsOptions {
  /** The WIT tools. Default: they are loaded for this, and let go of. */
  readonly bindgen?: Bindgen | undefined;
}

/** What became of the files in `bindings/`, by their paths from the project's folder with slashes. */
export interface WrittenBindings {
  /** All that belong there. */
  readonly files: readonly string[];
  /** Those that are new, or other than before. */
  readonly written: readonly string[];
  /** Those that were made once and belong there no more. */
  readonly removed: readonly string[];
}

const folderName = "bindings";

/** Which of the files in the folder were made here. What is not in it stays for ever. */
const ledger = ".made-by-polyplug";

/**
 * Writes what the contract looks like in the project's language into `bindings/`. Rust has that by its macros, and gets no
 * files.
 *
 * A file is only written where its content changes, and only removed where it was made here and is not made any more.
 * Throws a `BuildError` for a contract that is none, with the place in it, and for a folder that cannot be written to.
 */
export async function writeBindings(project: Project, { bindgen }: BindingsOptions = {}): Promise<WrittenBindings> {
  return withContract(project, bindgen, (contract) => putBindings(project, contract));
}

export async function putBindings(project: Project, contract: ReadContract): Promise<WrittenBindings> {
  const made = (await languageOf(project.language).bindings?.(project, contract)) ?? [];
  const folder = join(project.folder, folderName);
  try {
    const before = await readLedger(folder);
    const written: string[] = [];
    for (const { path, content } of made) if (await put(join(folder, path), content)) written.push(path);
    const files = made.map(({ path }) => path);
    const removed = before.filter((path) => !files.includes(path));
    for (const path of removed) await removeFile(folder, path);
    await writeLedger(folder, files);
    return { files: files.map(named), written: written.map(named), removed: removed.map(named) };
  } catch (cause) {
    throw new BuildError(`write ${folder}`, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function named(path: string): string {
  return `${folderName}/${path}`;
}

async function readLedger(folder: string): Promise<readonly string[]> {
  const file = join(folder, ledger);
  if (!(await exists(file))) return [];
  const lines = (await readFile(file, "utf8")).split("\n");
  // Whoever wrote into it shall not have files removed that lie elsewhere.
  return lines.filter((line) => line !== "" && !line.split(/[/\\]/).includes(".."));
}

async function writeLedger(folder: string, files: readonly string[]): Promise<void> {
  if (files.length > 0) await put(join(folder, ledger), new TextEncoder().encode(`${files.join("\n")}\n`));
  else await removeFile(folder, ledger);
}

/** Whether the file had another content, or was not there. It is never there by half. */
async function put(file: string, content: Uint8Array): Promise<boolean> {
  if ((await exists(file)) && (await readFile(file)).equals(content)) return false;
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  await rename(draft, file);
  return true;
}

/** The folders that it leaves empty go with it. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let inner = dirname(join(folder, path)); inner.startsWith(folder); inner = dirname(inner)) {
    if (!(await exists(inner))) continue;
    if ((await readdir(inner)).length > 0) return;
    await rmdir(inner);
  }
}
