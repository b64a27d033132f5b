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

export function statFile(path: string | URL): FileStat {
  const found = fs.statSync(path);
  return { kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other", size: found.size };
}

/** Up to this many bytes are read at once: handing the work to another thread and back would take 50 times as long. */
const mostReadAtOnce = 65_536;

export async function readWholeFile(path: string | URL, { size }: FileStat): Promise<Uint8Array> {
  return size <= mostReadAtOnce ? fs.readFileSync(path) : await fs.promises.readFile(path);
}

/**
 * The SHA-256 digest of the bytes in the form of the `integrity` attribute: `sha256-` and base64. Loading `node:crypto`
 * takes longer than loading a small plugin, so it is loaded on demand.
 */
export function sha256(bytes: Uint8Array): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

/** How the engine is called in messages: `Node.js 26.10.0`. */
export const engineName: string = `Node.js ${process.versions.node}`;
