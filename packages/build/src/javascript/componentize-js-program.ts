/** Makes a component with SpiderMonkey. */
import { writeComponent } from "./write-component.ts";

await writeComponent<typeof import("@bytecodealliance/componentize-js")>(
  ({ componentize }, { source, witPath, world }) =>
    componentize({
      sourcePath: source,
      witPath,
      ...(world !== undefined && { worldName: world }),
      // Then of WASI the component imports stdio alone: an exception that nobody catches is told of on stderr.
      disableFeatures: ["clocks", "fetch-event", "http", "random"],
    }),
);
