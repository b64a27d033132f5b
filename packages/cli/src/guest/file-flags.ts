import { posix } from "node:path";
import { type Command, CommanderError, InvalidArgumentError, Option } from "commander";

/** A folder of which a plugin gets a copy. */
export interface GrantedFolder {
  readonly folder: string;
  /** Where the plugin finds it. */
  readonly mount: string;
}

/** The flags that grant files, as commander gives them. */
export interface FileFlags {
  readonly dir?: readonly GrantedFolder[];
  readonly write?: true;
}

const grants = "Grants (nothing is granted by default):";

/** `--dir` and `--write`, for commands that load a plugin once. */
export function addFileFlags(command: Command): Command {
  command.hook("preAction", () => {
    const { dir, write }: FileFlags = command.opts();
    if (write && dir === undefined) {
      throw new CommanderError(2, "polyplug.writeWithoutDir", "--write needs --dir, which says what it writes back to");
    }
  });
  return command
    .addOption(
      new Option("--dir <folder[::path]>", "has a copy of the folder at this path, data at /data; may be repeated")
        .argParser(addFolder)
        .helpGroup(grants),
    )
    .addOption(new Option("--write", "has what it changed there written back when it is done").helpGroup(grants));
}

function addFolder(text: string, before: readonly GrantedFolder[] = []): readonly GrantedFolder[] {
  const [, folder = "", path] = /^(.*?)(?:::(.*))?$/s.exec(text) ?? [];
  if (folder === "") throw new InvalidArgumentError("it names no folder");
  const mount = path ?? posix.join("/", folder);
  if (!mount.startsWith("/")) throw new InvalidArgumentError(`a path begins with /, such as ${folder}::/${mount}`);
  // What lies elsewhere has no path that follows from its own.
  if (path === undefined && (folder.startsWith("/") || posix.normalize(folder).startsWith(".."))) {
    throw new InvalidArgumentError(`say where the plugin finds it, such as ${folder}::/data`);
  }
  if (before.some((one) => one.mount === mount)) throw new InvalidArgumentError(`something else is at ${mount}`);
  return [...before, { folder, mount }];
}
