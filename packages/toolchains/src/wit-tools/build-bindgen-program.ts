import { BuildError } from "@polyplug/build";
/** Builds the plugin of `@polyplug/bindgen` before that package is packed: `node build-bindgen-program.ts`. */
import { printProgress } from "../print-progress.ts";
import { thisMachine } from "../this-machine.ts";
import { buildBindgen } from "./build-bindgen.ts";

const built = await buildBindgen(thisMachine({ onProgress: printProgress(process.stderr) }));
if ("cure" in built) throw new BuildError("build the WIT tools", built.cure);
