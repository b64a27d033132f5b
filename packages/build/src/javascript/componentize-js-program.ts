/** Makes a component with SpiderMonkey. */
import { writeComponent } from "./write-component.ts";

await writeComponent<typeof import("@bytecodealliance/componentize-js")>(
  ({ componentize }, { source, witPath, world }) =>
    componentize({
      sourcePath: source,
      witPath,
      ...(world !== undefined && { worldName: world }),
      // Then the component imports nothing but what its world says.
      disableFeatures: ["clocks", "fetch-event", "http", "random", "stdio"],
    }),
);
