/** Makes a component of the guest in the working directory, with SpiderMonkey: `node componentize-js-program.ts <artifact>`. */
import { componentize } from "@bytecodealliance/componentize-js";
import { writeComponent } from "./write-component.ts";

await writeComponent(async (witPath) => {
  const { component } = await componentize({
    sourcePath: "plugin.js",
    witPath,
    // Then the component imports nothing but what its world says.
    disableFeatures: ["clocks", "fetch-event", "http", "random", "stdio"],
  });
  return component;
});
