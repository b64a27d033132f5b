/** Makes a component of the guest in the working directory, with QuickJS. */
import { readFileSync } from "node:fs";
import { writeComponent } from "./write-component.ts";

await writeComponent<typeof import("componentize-qjs")>(({ componentize }, witPath) =>
  componentize({
    jsSource: readFileSync("plugin.js", "utf8"),
    jsPath: "plugin.js",
    witPath,
    // Without it exports are async functions, even those that the world has as others.
    sync: true,
  }),
);
