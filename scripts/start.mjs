/** `npm start`: sets up what is missing, and shows plugins in five languages at work. */
import { join } from "node:path";
import { endWithChildren, runChild } from "./run-child.mjs";
import { buildPackages, env, installPackages, node, root } from "./setup.mjs";

endWithChildren();
try {
  await installPackages();
  await buildPackages();
  await runChild(node, [join(root, "packages/tour/src/main.ts")], { cwd: root, env, show: true });
} catch (error) {
  if (!error.shown) console.error(error.message);
  process.exitCode = 1;
}
