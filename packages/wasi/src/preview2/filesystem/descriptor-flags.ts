import { record } from "../argument.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types, descriptor-flags}. */
export interface DescriptorFlags {
  readonly read: boolean;
  readonly write: boolean;
  readonly fileIntegritySync: boolean;
  readonly dataIntegritySync: boolean;
  readonly requestedWriteSync: boolean;
  readonly mutateDirectory: boolean;
}

const noFlags: DescriptorFlags = {
  read: false,
  write: false,
  fileIntegritySync: false,
  dataIntegritySync: false,
  requestedWriteSync: false,
  mutateDirectory: false,
};

/** Of a directory that a plugin finds open. */
export function mountFlags(readOnly: boolean): DescriptorFlags {
  return { ...noFlags, read: true, mutateDirectory: !readOnly };
}

/** What was asked for, as far as it applies to a file or a directory. What is opened for nothing is opened for reading. */
export function openedFlags(kind: "file" | "directory", asked: DescriptorFlags): DescriptorFlags {
  if (kind === "directory") return { ...asked, read: true, write: false };
  return { ...asked, read: asked.read || !asked.write, mutateDirectory: false };
}

export function readDescriptorFlags(value: unknown): DescriptorFlags {
  const given = record(value);
  const isSet = (flag: keyof DescriptorFlags): boolean => given[flag] === true;
  return {
    read: isSet("read"),
    write: isSet("write"),
    fileIntegritySync: isSet("fileIntegritySync"),
    dataIntegritySync: isSet("dataIntegritySync"),
    requestedWriteSync: isSet("requestedWriteSync"),
    mutateDirectory: isSet("mutateDirectory"),
  };
}
