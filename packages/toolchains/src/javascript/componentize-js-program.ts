/** Makes a component of the guest in the working directory, with SpiderMonkey: `node componentize-js-program.ts <artifact>`. */
import { writeFileSync } from "node:fs";
import { componentize } from "@bytecodealliance/componentize-js";
import { contractPath } from "./contract-path.ts";

const [artifact] = process.argv.slice(2);
if (artifact === undefined) throw new Error("usage: <artifact>");

const { component } = await componentize({
  sourcePath: "plugin.js",
  witPath: contractPath(),
  // Then the component imports nothing but what its world says.
  disableFeatures: ["clocks", "fetch-event", "http", "random", "stdio"],
});
writeFileSync(artifact, component);
