import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bindgen, BindingFile } from "@polyplug/bindgen";
import { fileFault } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";
import { exists } from "../machine.ts";
import type { ReadContract } from "../plugin-language.ts";
import { languageOf } from "../plugin-languages.ts";
import type { Project } from "../project/project.ts";
import { withContract } from "../with-contract.ts";
import { withWorkshop } from "../workshop.ts";

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
  const files = made.map(({ path }) => path);
  try {
    const before = await readLedger(folder);
    const changed = await otherThanThere(folder, [...made, ...ledgerOf(files)]);
    if (changed.length > 0) await putAll(folder, changed);
    const removed = before.filter((path) => !files.includes(path));
    for (const path of files.length > 0 ? removed : [...removed, ledger]) await removeFile(folder, path);
    const written = changed.map(({ path }) => path).filter((path) => path !== ledger);
    return { files: files.map(named), written: written.map(named), removed: removed.map(named) };
  } catch (cause) {
    if (cause instanceof BuildError) throw cause;
    throw new BuildError(`write ${folder}`, fileFault(cause), { cause });
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

function ledgerOf(files: readonly string[]): readonly BindingFile[] {
  if (files.length === 0) return [];
  return [{ path: ledger, content: new TextEncoder().encode(`${files.join("\n")}\n`) }];
}

/** The files that have another content, or are not there. */
async function otherThanThere(folder: string, files: readonly BindingFile[]): Promise<readonly BindingFile[]> {
  const same = await Promise.all(
    files.map(async ({ path, content }) => {
      const file = join(folder, path);
      return (await exists(file)) && (await readFile(file)).equals(content);
    }),
  );
  return files.filter((_, index) => !same[index]);
}

/** Puts them in place once all of them are written: a disk that is full leaves what was there. None is ever there by half. */
async function putAll(folder: string, files: readonly BindingFile[]): Promise<void> {
  await withWorkshop(folder, async (drafts) => {
    for (const { path, content } of files) {
      await mkdir(dirname(join(drafts, path)), { recursive: true });
      await writeFile(join(drafts, path), content);
    }
    return { files: files.map(({ path }) => path), result: undefined };
  });
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
