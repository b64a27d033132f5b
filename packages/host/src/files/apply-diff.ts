import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { type FileChange, isEntryName, leadsWithin, parseByteCount } from "@polyplug/wasi";
import { HostDirectory } from "../platform/host-directory.ts";
import { isHostName } from "../platform/host-name.ts";
import { attempt } from "./attempt.ts";

/** How much may be written. Unknown keys are refused with `bad-argument`. */
export interface ApplyOptions {
  /**
   * Bytes of all files together, as a number or such as `"16MiB"`: a plugin can give one file many names, each of which is
   * a file on the host. Default 256 MiB.
   */
  readonly maxBytes?: number | string | undefined;
}

/**
 * Does to a directory what a plugin did to its files: `await applyDiff("./data", plugin.files.diff("/data"))`.
 *
 * Every file is put there in one step, with the permissions of the one that it replaces: nobody finds half of it. All changes
 * are looked at before the first is made, and nothing is written outside of the directory: no symlink is followed on the
 * way to a file, also not one that somebody put there meanwhile, and none is made that may lead out. Where a change fails,
 * those before it stay.
 *
 * Throws `bad-argument` for a change whose path or target is none within the directory and for options that do not fit,
 * `unsupported` for more than `maxBytes`, and `unreadable` where something cannot be written.
 */
export async function applyDiff(
  directory: string,
  changes: readonly FileChange[],
  options: ApplyOptions = {},
): Promise<void> {
  const action = `apply changes to ${directory}`;
  check(changes, options, action);
  const root = attempt(action, "", () => HostDirectory.open(directory));
  try {
    for (const change of changes) attempt(action, change.path, () => apply(root, change.path.split("/"), change));
  } finally {
    root.close();
  }
}

function check(changes: readonly FileChange[], options: ApplyOptions, action: string): void {
  refuseUnknownKeys(action, "options", options, ["maxBytes"]);
  const maxBytes = parseByteCount(options.maxBytes ?? "256MiB");
  if (maxBytes === undefined) {
    throw refusal(action, "options.maxBytes", 'expected a count of bytes or a size such as "16MiB"');
  }
  let bytes = 0;
  for (const change of changes) {
    const names = change.path.split("/");
    if (!names.every((name) => isEntryName(name) && isHostName(name))) {
      throw refusal(action, change.path, "expected a path within the directory, of names that files can have here");
    }
    if (change.kind === "symlink" && !leadsWithin(change.target, names.length - 1)) {
      throw refusal(action, change.path, "the symlink may lead out of the directory");
    }
    if (change.kind === "file") bytes += change.bytes.length;
  }
  if (bytes <= maxBytes) return;
  const reason = `they have ${bytes} bytes, more than the ${maxBytes} that options.maxBytes allows`;
  throw new PluginError({ code: "unsupported", action, reason, path: "options.maxBytes" });
}

function apply(directory: HostDirectory, [name = "", ...rest]: readonly string[], change: FileChange): void {
  if (rest.length === 0) {
    applyHere(directory, name, change);
    return;
  }
  const child = directory.child(name);
  try {
    apply(child, rest, change);
  } finally {
    child.close();
  }
}

function applyHere(directory: HostDirectory, name: string, change: FileChange): void {
  switch (change.kind) {
    case "file":
      directory.write(name, change.bytes);
      break;
    case "directory":
      directory.makeDirectory(name);
      break;
    case "symlink":
      directory.symlink(name, change.target);
      break;
    case "removed":
      directory.remove(name);
  }
}

function refusal(action: string, path: string, reason: string): PluginError {
  return new PluginError({ code: "bad-argument", action, reason: `${path}: ${reason}`, path });
}
