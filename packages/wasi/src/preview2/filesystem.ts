import { resource } from "./argument.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import { IoError } from "./io-error.ts";
import { refusingResource } from "./refusing-resource.ts";

const descriptorMethods =
  "readViaStream writeViaStream appendViaStream advise syncData getFlags getType setSize setTimes read write " +
  "readDirectory sync createDirectoryAt stat statAt setTimesAt linkAt openAt readlinkAt removeDirectoryAt renameAt " +
  "symlinkAt unlinkFileAt isSameObject metadataHash metadataHashAt";

/**
 * Everything begins at a directory that was opened beforehand, and there is none.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types}.
 */
export function filesystemTypes(): InterfaceMembers {
  return {
    Descriptor: refusingResource(descriptorMethods, "not-permitted"),
    DirectoryEntryStream: refusingResource("readDirectoryEntry", "not-permitted"),
    filesystemErrorCode: (error: IoError) => resource(IoError, error).errorCode,
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/preopens.wit | wasi:filesystem/preopens}. */
export function preopens(): InterfaceMembers {
  return { getDirectories: () => [] };
}
