import { writeFileSync } from "node:fs";

/** What a component is made of. */
export interface Ingredients {
  /** The source, from the working directory. */
  readonly source: string;
  readonly witPath: string;
  readonly world: string | undefined;
}

/**
 * The whole of a program that makes a component, by the npm package and into the artifact that its first two arguments
 * name; the others say of what. Of an error people see the message: its stack is the generator's, not the guest's.
 */
export async function writeComponent<Package>(
  make: (generator: Package, ingredients: Ingredients) => Promise<{ readonly component: Uint8Array }>,
): Promise<void> {
  const [entry, artifact, source, witPath, world] = process.argv.slice(2);
  if (entry === undefined || artifact === undefined || source === undefined || witPath === undefined) {
    throw new Error("usage: <package> <artifact> <source> <WIT> [<world>]");
  }
  try {
    const { component } = await make((await import(entry)) as Package, { source, witPath, world });
    writeFileSync(artifact, component);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
