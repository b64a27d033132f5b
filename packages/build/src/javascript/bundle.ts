import { join } from "node:path";
import type { ResolvedWit } from "@polyplug/bindgen";
import { BuildError } from "../build-error.ts";

/** What is bundled. */
export interface BundleJob {
  /** The project's folder. */
  readonly folder: string;
  /** The module to begin with, from there. */
  readonly entry: string;
  /** What the host provides: modules that are not to be looked for. */
  readonly provided: ReadonlySet<string>;
  /** The file that is written. */
  readonly out: string;
  readonly warn: (text: string) => void;
}

/** Makes one module of a plugin's sources, of whatever they import from packages, and without types. */
export async function bundle({ folder, entry, provided, out, warn }: BundleJob): Promise<void> {
  // It is a large package, and only these two languages want it.
  const { rolldown } = await import("rolldown");
  const action = `bundle ${entry}`;
  const missing: string[] = [];
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
      if (missing.length === 0) await build.write({ file: out, format: "esm", codeSplitting: false });
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
}

/** The modules that a world gives to a plugin: its imported interfaces by their ids, and its functions by their names. */
export function providedModules({ worlds, interfaces, packages }: ResolvedWit): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const world of worlds) {
    for (const [key, item] of Object.entries(world.imports)) {
      if (!("interface" in item)) modules.add(key);
      else {
        const { name, package: owner } = interfaces[item.interface.id] ?? { name: null, package: null };
        const [id = "", version] = (owner === null ? undefined : packages[owner]?.name)?.split("@") ?? [];
        // An interface that is written into the world has no name, and its key is what it is called.
        if (name === null) modules.add(key);
        else
          for (const suffix of ["", ...(version === undefined ? [] : [`@${version}`])])
            modules.add(`${id}/${name}${suffix}`);
      }
    }
  }
  return modules;
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  return text.replace(/\u001B\[[\d;]*m/g, "").trim();
}
