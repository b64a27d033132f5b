import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { InputOptions, OutputChunk } from "rolldown";
import { BuildError } from "../build-error.ts";

/** What is bundled. */
export interface BundleJob {
  /** The project's folder. */
  readonly folder: string;
  /** The module to begin with, from there. */
  readonly entry: string;
  /** What the host provides: modules that are not to be looked for. */
  readonly provided: Pick<ReadonlySet<string>, "has">;
  /** The file that is written. */
  readonly out: string;
  readonly warn: (text: string) => void;
}

/** Makes one module of a plugin's sources, of whatever they import from packages, and without types. */
export async function bundle(job: BundleJob): Promise<void> {
  const { code } = await bundled(job);
  await writeFile(job.out, code);
}

/** The module that {@link bundle} would write. */
export async function bundled({ folder, entry, provided, out, warn }: BundleJob): Promise<OutputChunk> {
  const input: InputOptions = { cwd: folder, input: join(folder, entry), external: (id) => provided.has(id) };
  return chunkOf(input, { out, action: `bundle ${entry}`, warn });
}

/** What a bundle becomes. */
export interface ChunkOptions {
  /** The file that it is for: the source map has its sources from there. */
  readonly out: string;
  readonly action: string;
  readonly warn: (text: string) => void;
}

/** The one module that a bundler makes. */
export async function chunkOf(input: InputOptions, { out, action, warn }: ChunkOptions): Promise<OutputChunk> {
  // It is a large package, and only these two languages want it.
  const { rolldown } = await import("rolldown");
  const missing: string[] = [];
  const chunks: OutputChunk[] = [];
  try {
    const build = await rolldown({
      ...input,
      // Engines for plugins are neither Node.js nor browsers.
      platform: "neutral",
      preserveEntrySignatures: "strict",
      onLog: (_, { code, message }) => {
        if (code === "UNRESOLVED_IMPORT") missing.push(message);
        else warn(`${plain(message)}\n`);
      },
    });
    try {
      const { output } = await build.generate({ file: out, format: "esm", codeSplitting: false, sourcemap: "hidden" });
      chunks.push(...output.flatMap((file) => (file.type === "chunk" ? [file] : [])));
    } finally {
      await build.close();
    }
  } catch (cause) {
    const output = plain(cause instanceof Error ? cause.message : String(cause));
    throw new BuildError(action, output, { cause, output });
  }
  if (missing.length > 0) {
    const output = missing.map(plain).join("\n");
    throw new BuildError(action, output, { output });
  }
  const [chunk] = chunks;
  if (chunk === undefined) throw new BuildError(action, "the bundler made no module of it");
  return chunk;
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  return text.replace(/\u001B\[[\d;]*m/g, "").trim();
}
