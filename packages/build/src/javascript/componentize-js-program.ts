/** Makes a component of the guest in the working directory, with SpiderMonkey. */
import { writeComponent } from "./write-component.ts";

await writeComponent<typeof import("@bytecodealliance/componentize-js")>(({ componentize }, witPath) =>
  componentize({
    sourcePath: "plugin.js",
    witPath,
    // Then the component imports nothing but what its world says.
    disableFeatures: ["clocks", "fetch-event", "http", "random", "stdio"],
  }),
);
