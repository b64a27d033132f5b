import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Has `use` run programs of a folder, by paths that this Node.js can run: TypeScript is bundled where it cannot, for as long
 * as `use` takes.
 */
export async function withRunnable<T>(
  folder: string,
  programs: readonly string[],
  use: (files: readonly string[]) => Promise<T>,
): Promise<T> {
  if (process.features.typescript || programs.every((file) => !/\.[cm]?ts$/.test(file))) {
    return await use(programs.map((program) => join(folder, program)));
  }
  const { bundle } = await import("@polyplug/build");
  // Below the folder, so that what they import from packages is found.
  const bundled = await mkdtemp(join(folder, ".polyplug-"));
  try {
    const files: string[] = [];
    for (const entry of programs) {
      // By the whole path: programs of two folders may have one name.
      const out = join(bundled, `${entry.replaceAll(/[/\\]/g, "-")}.mjs`);
      await bundle({ folder, entry, provided: packages, out, warn: () => undefined });
      files.push(out);
    }
    return await use(files);
  } finally {
    await rm(bundled, { recursive: true });
  }
}

/** Whatever is imported by name stays as it is. */
const packages = { has: (specifier: string): boolean => !/^([./]|[a-zA-Z]:[/\\])/.test(specifier) };
