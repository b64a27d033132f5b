const { dirname, join } = process.getBuiltinModule("node:path");

const dependencies = ["abi", "component", "errors", "metering", "wasi", "wasm-binary"];

/**
 * What a process has to be allowed to read that runs a program of this package: the packages that it is made of, and where
 * the runtime looks for them on its way.
 */
export function readablePaths(program: string): string[] {
  const { fileURLToPath } = process.getBuiltinModule("node:url");
  // Run from sources, all of it lies in the folder of the packages.
  if (program.endsWith(".ts")) return [join(program, "../../../../*"), ...lookups(program)];
  const files = dependencies.map((name) => fileURLToPath(import.meta.resolve(`@polyplug/${name}`)));
  return [...new Set([program, ...files].flatMap((file) => [join(dirname(file), "*"), ...lookups(file)]))];
}

/** Where the runtime looks for what a file imports, and for what kind of module it is. */
function lookups(file: string): string[] {
  const paths: string[] = [];
  for (let folder = dirname(file), inner = file; folder !== inner; inner = folder, folder = dirname(folder)) {
    paths.push(join(folder, "package.json"), join(folder, "node_modules/@polyplug/*"));
  }
  return paths;
}
