import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Machine } from "./machine.ts";

/** The repository that this file is in. */
export const repository: string = fileURLToPath(new URL("../../..", import.meta.url));

/** The computer that this runs on, with the cache of a repository. */
export function thisMachine(known: Partial<Machine> = {}, root: string = repository): Machine {
  return { env: process.env, superuser: process.getuid?.() === 0, cache: join(root, ".cache"), ...known };
}
