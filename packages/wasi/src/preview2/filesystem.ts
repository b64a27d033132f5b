import { resource } from "./argument.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import { IoError } from "./io-error.ts";
import { refusingResource } from "./refusing-resource.ts";
import type { ResourceClass } from "./resource.ts";

const Descriptor: ResourceClass = refusingResource(
  "readViaStream writeViaStream appendViaStream advise syncData getFlags getType setSize setTimes read write " +
    "readDirectory sync createDirectoryAt stat statAt setTimesAt linkAt openAt readlinkAt removeDirectoryAt renameAt " +
    "symlinkAt unlinkFileAt isSameObject metadataHash metadataHashAt",
  "not-permitted",
);

const DirectoryEntryStream: ResourceClass = refusingResource("readDirectoryEntry", "not-permitted");

/**
 * Everything begins at a directory that was opened beforehand, and there is none.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types}.
 */
export function filesystemTypes(): InterfaceMembers {
  return {
    Descriptor,
    DirectoryEntryStream,
    filesystemErrorCode: (error: IoError) => resource(IoError, error).errorCode,
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/preopens.wit | wasi:filesystem/preopens}. */
export function preopens(): InterfaceMembers {
  return { getDirectories: () => [] };
}
