/** Makes a component of the guest in the working directory, with QuickJS: `node componentize-qjs-program.ts <artifact>`. */
import { readFileSync } from "node:fs";
import { componentize } from "componentize-qjs";
import { writeComponent } from "./write-component.ts";

await writeComponent(async (witPath) => {
  const { component } = await componentize({
    jsSource: readFileSync("plugin.js", "utf8"),
    jsPath: "plugin.js",
    witPath,
    // Without it exports are async functions, even those that the world has as others.
    sync: true,
  });
  return component;
});
