// Imported as a module, `node:fs` would set up all it has, and take 2 ms for it.
const fs = process.getBuiltinModule("node:fs");

/**
 * The whole of what the host asks of the runtime that it lives in. Everything else is standard JavaScript, so another
 * runtime is another file beside this one.
 */
export interface FileStat {
  readonly kind: "file" | "directory" | "other";
  /** In bytes. */
  readonly size: number;
}

/** Up to this many bytes are read at once: handing the work to another thread and back would take 50 times as long. */
const mostReadAtOnce = 65_536;

/**
 * The bytes that a file has at this moment, once `check` has seen what it is. It is opened without waiting, for a pipe
 * would wait for a writer, and looked at through what was opened, for the name may be another file's by then. Not more is
 * read than it says to have: some files of `/proc` have no size and no end.
 */
export async function readFile(path: string | URL, check: (found: FileStat) => void): Promise<Uint8Array> {
  // Before it is opened too: with some devices even that does something.
  check(describe(fs.statSync(path)));
  const fd = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    const found = describe(fs.fstatSync(fd));
    check(found);
    const bytes = new Uint8Array(found.size);
    let filled = 0;
    for (let read = -1; filled < bytes.length && read !== 0; filled += read) {
      read =
        found.size <= mostReadAtOnce
          ? fs.readSync(fd, bytes, filled, bytes.length - filled, null)
          : await readOn(fd, bytes, filled);
    }
    return bytes.subarray(0, filled);
  } finally {
    fs.closeSync(fd);
  }
}

function describe(found: { isFile(): boolean; isDirectory(): boolean; readonly size: number }): FileStat {
  return { kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other", size: found.size };
}

function readOn(fd: number, bytes: Uint8Array, offset: number): Promise<number> {
  return new Promise((resolve, reject) => {
    fs.read(fd, bytes, offset, bytes.length - offset, null, (error, read) => (error ? reject(error) : resolve(read)));
  });
}

/**
 * The SHA-256 digest of the bytes in the form of the `integrity` attribute: `sha256-` and base64. Loading `node:crypto`
 * takes longer than loading a small plugin, so it is loaded on demand.
 */
export function sha256(bytes: Uint8Array): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

/** A text of one character for each byte, the one with the byte's number. `TextDecoder` takes a table for it, and time. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** How the runtime calls itself, for messages: `Node.js 26`. Those that say nothing of themselves are older than the custom. */
export function runtimeName(): string {
  const { navigator } = globalThis;
  return (navigator?.userAgent ?? `Node.js/${process.versions.node}`).replace("/", " ");
}

/**
 * A thread that runs `program`, the text of a script, with `data` and a `port` in its `workerData`. It keeps the process
 * from ending no more than it keeps anybody waiting. Gives what sends a message to that port.
 */
export function startThread(program: string, data: unknown): (message: unknown) => void {
  const { MessageChannel, Worker } = process.getBuiltinModule("node:worker_threads");
  // Its streams are not joined to those of the process, which would have writes to them fail where they have to wait.
  const streams = { stdout: true, stderr: true };
  const { port1: own, port2: port } = new MessageChannel();
  own.unref();
  const given = { workerData: { data, port }, transferList: [port] };
  new Worker(program, { eval: true, ...given, execArgv: [], env: {}, ...streams }).unref();
  return (message) => own.postMessage(message);
}
