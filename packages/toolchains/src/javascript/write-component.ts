import { existsSync, writeFileSync } from "node:fs";

/**
 * The whole of a program that makes a component of the guest in the working directory: `make` is given where the contract
 * is, and the artifact goes where the program's one argument says. Of an error people see the message: its stack is the
 * generator's, not the guest's.
 */
export async function writeComponent(make: (witPath: string) => Promise<Uint8Array>): Promise<void> {
  const [artifact] = process.argv.slice(2);
  if (artifact === undefined) throw new Error("usage: <artifact>");
  try {
    writeFileSync(artifact, await make(existsSync("world.wit") ? "world.wit" : "wit"));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
