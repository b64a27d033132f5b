import { readFile, stat } from "node:fs/promises";

/**
 * The whole of what the host asks of the runtime that it lives in. Everything else is standard JavaScript, so another
 * runtime is another file beside this one.
 */
export interface FileStat {
  readonly kind: "file" | "directory" | "other";
  /** In bytes. */
  readonly size: number;
}

export async function statFile(path: string | URL): Promise<FileStat> {
  const found = await stat(path);
  return { kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other", size: found.size };
}

export async function readWholeFile(path: string | URL): Promise<Uint8Array> {
  return await readFile(path);
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
