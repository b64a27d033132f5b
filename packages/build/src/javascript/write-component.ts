import { existsSync, writeFileSync } from "node:fs";

/**
 * The whole of a program that makes a component of the guest in the working directory, by the npm package and into the
 * artifact that its two arguments name: `make` is given the package and where the contract is. Of an error people see the
 * message: its stack is the generator's, not the guest's.
 */
export async function writeComponent<Package>(
  make: (generator: Package, witPath: string) => Promise<{ readonly component: Uint8Array }>,
): Promise<void> {
  const [entry, artifact] = process.argv.slice(2);
  if (entry === undefined || artifact === undefined) throw new Error("usage: <package> <artifact>");
  try {
    const generator = (await import(entry)) as Package;
    const { component } = await make(generator, existsSync("world.wit") ? "world.wit" : "wit");
    writeFileSync(artifact, component);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
