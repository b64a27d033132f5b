import { join } from "node:path";
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

/**
 * Makes one module of a plugin's sources, of whatever they import from packages, and without types. Gives the names of its
 * exports.
 */
export async function bundle({ folder, entry, provided, out, warn }: BundleJob): Promise<readonly string[]> {
  // It is a large package, and only these two languages want it.
  const { rolldown } = await import("rolldown");
  const action = `bundle ${entry}`;
  const missing: string[] = [];
  const exported: string[] = [];
  try {
    const build = await rolldown({
      cwd: folder,
      input: join(folder, entry),
      // Engines for plugins are neither Node.js nor browsers.
      platform: "neutral",
      external: (id) => provided.has(id),
      preserveEntrySignatures: "strict",
      onLog: (_, { code, message }) => {
        if (code === "UNRESOLVED_IMPORT") missing.push(message);
        else warn(`${plain(message)}\n`);
      },
    });
    try {
      const { output } = await build.write({ file: out, format: "esm", codeSplitting: false });
      exported.push(...output.flatMap((file) => (file.type === "chunk" ? file.exports : [])));
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
  return exported;
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  return text.replace(/\u001B\[[\d;]*m/g, "").trim();
}
