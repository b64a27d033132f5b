import { fileURLToPath } from "node:url";

/** What this very file is called, in the sources and in what is built of them. */
const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

/** Where one of the programs of this package lies, by its path in the sources without an extension: `c/yowasp-program`. */
export function programPath(name: string): string {
  return fileURLToPath(new URL(`./${name}${extension}`, import.meta.url));
}
