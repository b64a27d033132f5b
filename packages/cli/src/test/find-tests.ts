import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { detectProject } from "@polyplug/build";
import { fileFault, PluginError } from "@polyplug/errors";

/** What is tested, and by what. Paths are absolute. */
export interface FoundTests {
  readonly folder: string;
  readonly plugins: readonly string[];
  /** `*.cases.toml` and `*.cases.json` */
  readonly cases: readonly string[];
  /** `*.plugin.test.ts` and `*.plugin.test.js` */
  readonly programs: readonly string[];
}

/** Finds the plugin of a project, or takes the one given, and the tests beside it and in the folders `test` and `tests`. */
export async function findTests(target: string): Promise<FoundTests> {
  const path = resolve(target);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (cause: unknown) => {
      throw new PluginError({
        code: "unreadable",
        action: `test ${target}`,
        reason: fileFault(cause),
        path: target,
        cause,
      });
    },
  );
  const folder = isFolder ? path : besides(path);
  const plugins = isFolder ? await builtPlugins(folder, target) : [path];
  const files = (await Promise.all(["", "test", "tests"].map((name) => filesOf(join(folder, name))))).flat();
  const cases = files.filter((file) => /\.cases\.(toml|json)$/.test(file));
  const programs = files.filter((file) => /\.plugin\.test\.[cm]?[jt]s$/.test(file));
  if (cases.length + programs.length > 0) return { folder, plugins, cases, programs };
  const reason = "there are no tests: neither *.cases.toml or *.cases.json nor *.plugin.test.ts or *.plugin.test.js";
  throw new PluginError({ code: "unreadable", action: `test ${target}`, reason, path: target });
}

/** The folder whose tests are a plugin's: that of the project where it lies in its `dist`. */
function besides(plugin: string): string {
  const folder = dirname(plugin);
  return basename(folder) === "dist" ? dirname(folder) : folder;
}

/** What `polyplug build` made of a project. */
async function builtPlugins(folder: string, target: string): Promise<readonly string[]> {
  const { name } = await detectProject(folder);
  const dist = join(folder, "dist");
  const built = (await filesOf(dist)).filter((file) =>
    ["", ".core", ".component"].some((lowering) => basename(file) === `${name}${lowering}.wasm`),
  );
  if (built.length > 0) return built;
  const reason = `there is no ${relative(process.cwd(), join(dist, `${name}.wasm`))}; polyplug build makes it`;
  throw new PluginError({ code: "unreadable", action: `test ${target}`, reason, path: target });
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name))
    .sort();
}
