import { defineConfig } from "tsdown";
import { library } from "../../tsdown.base.ts";

/** What bindings in Go take of their SDK, but for its tests. */
const goSdk = ["", "abi/", "hostlog/"].map((folder) => ({
  from: [`../../sdk-go/${folder}*.{go,s}`, `!../../sdk-go/${folder}*_test.go`],
  to: `dist/_sdk-go/${folder}`,
}));

/** What bindings in C and C++ take of theirs. */
const cSdk = { from: "../../sdk-c/polyplug*.{h,hpp,c}", to: "dist/_sdk-c/" };

export default defineConfig({
  ...library,
  platform: "node",
  copy: [...goSdk, cSdk],
  // The programs run in processes of their own, and are found beside the rest as in the sources.
  entry: [
    "src/index.ts",
    "src/c/yowasp-program.ts",
    "src/javascript/componentize-js-program.ts",
    "src/javascript/componentize-qjs-program.ts",
    "src/javascript/quickjs/guest/index.ts",
  ],
});
