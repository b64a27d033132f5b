import { defineConfig } from "tsdown";
import { library } from "../../tsdown.base.ts";

export default defineConfig({
  ...library,
  platform: "node",
  // The programs run in processes of their own, and are found beside the rest as in the sources.
  entry: [
    "src/index.ts",
    "src/c/yowasp-program.ts",
    "src/javascript/componentize-js-program.ts",
    "src/javascript/componentize-qjs-program.ts",
  ],
});
