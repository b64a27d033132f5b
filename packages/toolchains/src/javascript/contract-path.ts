import { existsSync } from "node:fs";

/** The contract of the guest in the working directory. */
export function contractPath(): string {
  return existsSync("world.wit") ? "world.wit" : "wit";
}
