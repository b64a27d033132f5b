import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** What writes to a folder what jco makes of a component: `plugin.js` and core modules. */
export async function importJco(packages) {
  const { default: load } = await import(pathToFileURL(join(packages, "import-package.mjs")).href);
  const { transpile } = await load("@bytecodealliance/jco");
  return async (component, folder) => {
    const { files } = await transpile(readFileSync(component), { name: "plugin", instantiation: "async" });
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };
}
