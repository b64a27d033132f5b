/** Makes a component with QuickJS. */
import { readFileSync } from "node:fs";
import { writeComponent } from "./write-component.ts";

await writeComponent<typeof import("componentize-qjs")>(({ componentize }, { source, witPath, world }) =>
  componentize({
    jsSource: readFileSync(source, "utf8"),
    jsPath: source,
    witPath,
    ...(world !== undefined && { world }),
    // Without it exports are async functions, even those that the world has as others.
    sync: true,
  }),
);
