const fs = process.getBuiltinModule("node:fs");

/** A file that is being written. */
export interface FileWriter {
  /** Returns when the system has the bytes: they are there even if the process is killed after it. */
  write(bytes: Uint8Array): void;
  close(): void;
}

/** Creates the file, or empties it. */
export function openFileWriter(path: string): FileWriter {
  const fd = fs.openSync(path, "w");
  return {
    write(bytes) {
      for (let written = 0; written < bytes.length; ) written += fs.writeSync(fd, bytes, written);
    },
    close: () => fs.closeSync(fd),
  };
}
