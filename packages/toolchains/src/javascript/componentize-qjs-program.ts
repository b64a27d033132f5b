/** Makes a component of the guest in the working directory, with QuickJS: `node componentize-qjs-program.ts <artifact>`. */
import { readFileSync, writeFileSync } from "node:fs";
import { componentize } from "componentize-qjs";
import { contractPath } from "./contract-path.ts";

const [artifact] = process.argv.slice(2);
if (artifact === undefined) throw new Error("usage: <artifact>");

const { component } = await componentize({
  jsSource: readFileSync("plugin.js", "utf8"),
  jsPath: "plugin.js",
  witPath: contractPath(),
  // Without it exports are async functions, even those that the world has as others.
  sync: true,
});
writeFileSync(artifact, component);
