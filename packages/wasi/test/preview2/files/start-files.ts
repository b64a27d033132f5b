import { ResultError } from "@polyplug/errors";
import { type Grant, type TreeContent, type TreeOptions, tree } from "@polyplug/wasi";
import { type Descriptor, type Started, startPreview2, textOf } from "../start-preview2.ts";

export interface StartedFiles extends Started {
  readonly root: Descriptor;
}

/** A plugin with a root directory. */
export async function startFiles(
  content: TreeContent = {},
  options?: TreeOptions,
  grant: Grant = {},
): Promise<StartedFiles> {
  const plugin = await startPreview2({ files: tree({ "/": content }, options), ...grant });
  const [mount] = plugin.use("wasi:filesystem/preopens").getDirectories();
  if (mount === undefined) throw new Error("there is no directory");
  return { ...plugin, root: mount[0] };
}

/** Opens a file for reading and writing, or what the flags say. */
export function open(
  base: Descriptor,
  path: string,
  flags: Parameters<Descriptor["openAt"]>[3] = { read: true, write: true },
  openFlags: Parameters<Descriptor["openAt"]>[2] = {},
): Descriptor {
  return base.openAt({}, path, openFlags, flags);
}

export function openDirectory(base: Descriptor, path: string, mutateDirectory = true): Descriptor {
  return base.openAt({ symlinkFollow: true }, path, { directory: true }, { read: true, mutateDirectory });
}

export function contentOf(base: Descriptor, path: string): string {
  const file = base.openAt({ symlinkFollow: true }, path, {}, { read: true });
  const [bytes] = file.read(1_000_000n, 0n);
  file[Symbol.dispose]();
  return textOf(bytes);
}

export function namesIn(directory: Descriptor): string[] {
  const entries = directory.readDirectory();
  const names: string[] = [];
  for (let entry = entries.readDirectoryEntry(); entry; entry = entries.readDirectoryEntry()) names.push(entry.name);
  entries[Symbol.dispose]();
  return names;
}

/** The error code that a function answers with, or `"ok"`. */
export function codeOf(work: () => unknown): unknown {
  try {
    work();
    return "ok";
  } catch (thrown) {
    if (ResultError.is(thrown)) return thrown.payload;
    throw thrown;
  }
}
